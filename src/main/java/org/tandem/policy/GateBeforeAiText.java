package org.tandem.policy;

import java.util.List;
import org.tandem.policy.states.Finding.Seen;
import org.tandem.policy.states.Finding.Ungated;
import org.tandem.policy.states.StateGraph;
import org.tandem.policy.states.Vocabulary;

/**
 * The second rule. Whenever the job that sends the AI's text is reached, the variable {@code gate} holds what the decision
 * {@code confidence-gate} answered after the latest draft was begun, untouched since, and a condition taken since then has made
 * certain that its route is {@code AI_ANSWER}.
 */
final class GateBeforeAiText {

    private final StateGraph graph;

    GateBeforeAiText(StateGraph graph) {
        this.graph = graph;
    }

    List<Violation> violations() {
        return graph.findings().stream()
                .filter(seen -> seen.finding() instanceof Ungated)
                .map(this::violation)
                .toList();
    }

    private Violation violation(Seen seen) {
        var ungated = (Ungated) seen.finding();
        var way = Words.way(graph.wayTo(seen.before()));
        return ungated.gateAsked()
                ? Violation.at(
                        ungated.at(),
                        Rule.GATE_BEFORE_AI_TEXT,
                        "AI text can go out although the gate did not say so, after %s".formatted(way),
                        "Let only a flow with the condition =gate.route = \"AI_ANSWER\" lead here, and make the way to a person the default flow")
                : Violation.at(
                        ungated.at(),
                        Rule.GATE_BEFORE_AI_TEXT,
                        "AI text can go out that the confidence gate has not seen, after %s".formatted(way),
                        "Put a business rule task with the decision \"%s\" (result variable gate) between the draft and this task on every way"
                                .formatted(Vocabulary.GATE_DECISION));
    }
}
