package org.tandem.policy;

import java.util.List;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.ProcessModel;

/** Warns of what no arrow leads to: engines take it, and it never happens. */
final class Stranded {

    private Stranded() {}

    static List<Violation> warnings(Library library) {
        return library.processes().values().stream().flatMap(Stranded::warnings).toList();
    }

    private static Stream<Violation> warnings(ProcessModel process) {
        return process.nodes().values().stream()
                .filter(node -> node.incoming() == 0 && !beginsByItself(node.behaviour()))
                .map(node -> Violation.at(
                                process.file(),
                                node,
                                Rule.ENGINE_TAKES,
                                "nothing leads to it, so it never happens",
                                "Draw the flow that leads to it, or delete it")
                        .asWarning());
    }

    private static boolean beginsByItself(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Start start -> true;
            case Behaviour.Boundary boundary -> true;
            case Behaviour.CatchLink link -> true;
            case Behaviour.SubProcess sub -> sub.triggeredByEvent();
            default -> false;
        };
    }
}
