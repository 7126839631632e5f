package org.tandem.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Form;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;
import org.tandem.bpmn.feel.Scope;
import org.tandem.bpmn.feel.Value;
import org.tandem.policy.states.Vocabulary;

/**
 * What the sixth rule rests on: that it was a person who chose to hand the case back. The job that does so directly follows, through
 * gateways only, a task whose form asks for the choice, which is not made beforehand.
 */
final class HandBackChosen {

    private static final String CHOICE = Vocabulary.HAND_BACK;

    private final Library library;

    private HandBackChosen(Library library) {
        this.library = library;
    }

    static List<Violation> violations(Library library) {
        var rule = new HandBackChosen(library);
        return library.processes().values().stream().flatMap(rule::in).toList();
    }

    private Stream<Violation> in(ProcessModel process) {
        return process.nodes().values().stream()
                .filter(HandBackChosen::handsBack)
                .flatMap(node -> in(process, node).stream());
    }

    private List<Violation> in(ProcessModel process, Node job) {
        var violations = new ArrayList<Violation>();
        if (writes(job.inputs())) {
            violations.add(violation(process, job, "its input mapping makes the choice that is a person's"));
        }
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(job));
        while (!open.isEmpty()) {
            var node = open.remove();
            for (var before : before(process, node)) {
                if (before.behaviour() instanceof Behaviour.Exclusive) {
                    if (seen.add(before)) {
                        open.add(before);
                    }
                } else if (!asksForIt(before)) {
                    violations.add(violation(
                            process,
                            job,
                            "a case can be handed back to the AI after \"%s\", where no person is asked whether it should be"
                                    .formatted(before.label())));
                }
            }
        }
        return violations;
    }

    private static Violation violation(ProcessModel process, Node job, String message) {
        return Violation.at(
                process.file(),
                job,
                Rule.NO_AI_AFTER_PERSON,
                message,
                "Let it follow only a task for people whose form has the field %s, which starts from =null and is given on as =%s"
                        .formatted(CHOICE, CHOICE));
    }

    private static List<Node> before(ProcessModel process, Node node) {
        return process.nodes().values().stream()
                .filter(other ->
                        other.outgoing().stream().anyMatch(flow -> flow.target().equals(node.id())))
                .toList();
    }

    private static boolean handsBack(Node node) {
        return node.behaviour() instanceof Behaviour.Job job
                && job.type()
                        .constant()
                        .filter(Vocabulary.HANDING_BACK_JOB::equals)
                        .isPresent();
    }

    /**
     * Fields for the choice that are filled in already, by the process or by the form, ask nobody. That a form is not known is another
     * complaint.
     */
    private boolean asksForIt(Node node) {
        return node.behaviour() instanceof Behaviour.UserTask task
                && library.form(task).map(HandBackChosen::asks).orElse(true)
                && node.inputs().stream().anyMatch(mapping -> mapping.target().equals(CHOICE))
                && node.inputs().stream()
                        .filter(mapping -> mapping.target().equals(CHOICE))
                        .allMatch(mapping ->
                                mapping.source().valueIn(Scope.ANYTHING).equals(Value.NULL))
                && node.outputs().stream()
                        .filter(mapping -> mapping.target().equals(CHOICE))
                        .allMatch(mapping -> mapping.source()
                                .variable()
                                .filter(CHOICE::equals)
                                .isPresent());
    }

    private static boolean asks(Form form) {
        return form.filled().stream()
                .filter(field -> field.name().equals(CHOICE))
                .anyMatch(field -> !field.schema().path("defaultValue").asBoolean(false));
    }

    private static boolean writes(List<Node.Mapping> mappings) {
        return mappings.stream().anyMatch(mapping -> mapping.target().equals(CHOICE));
    }
}
