package org.tandem.process.model;

import java.util.ArrayList;
import java.util.List;
import org.tandem.process.model.flow.Finding;
import org.tandem.process.model.flow.StateGraph;

/** What cannot be followed cannot be proven, so it is refused: see also {@link NamesExist} for single elements. */
final class WaysCanBeFollowed {

    private final StateGraph graph;

    WaysCanBeFollowed(StateGraph graph) {
        this.graph = graph;
    }

    List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        for (var seen : graph.findings()) {
            switch (seen.finding()) {
                case Finding.Unfollowable way ->
                    violations.add(Violation.at(
                            way.at(),
                            Rule.FOLLOWABLE,
                            way.what(),
                            "Model it so that there is only one of it at a time"));
                case Finding.Uncaught error ->
                    violations.add(Violation.at(
                            error.at(),
                            Rule.FOLLOWABLE,
                            "throws the error %s, which nothing catches, so the case would stop with an incident"
                                    .formatted(error.code()),
                            "Put an error boundary event \"%s\" on it or on a sub-process around it and lead it to a person"
                                    .formatted(error.code())));
                default -> {}
            }
        }
        return violations;
    }
}
