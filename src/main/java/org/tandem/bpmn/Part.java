package org.tandem.bpmn;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.feel.Demand;
import org.tandem.bpmn.feel.Expression;

/**
 * An attribute of a flow node that is text or FEEL.
 *
 * @param what how people call it, as in "its assignee"
 * @param demand what its value has to be; nothing, where anything will do
 */
public record Part(String what, Expression expression, Optional<Demand> demand) {

    public static Stream<Part> of(Node node) {
        return Stream.of(
                        of(node.behaviour()),
                        node.repetition() == null ? Stream.<Part>of() : of(node.repetition()),
                        node.inputs().stream().map(input -> mapping("input", input)),
                        node.outputs().stream().map(output -> mapping("output", output)),
                        node.outgoing().stream().flatMap(Part::condition))
                .flatMap(parts -> parts);
    }

    /** What is evaluated when an event begins to wait. */
    public static Stream<Part> of(@Nullable Trigger trigger) {
        return switch (trigger) {
            case Trigger.Timer timer -> Stream.of(of(timer));
            case Trigger.Message message -> part("its correlation key", message.correlationKey(), Demand.KEY);
            case null -> Stream.of();
            default -> Stream.of();
        };
    }

    private static Part of(Trigger.Timer timer) {
        return switch (timer.kind()) {
            case DATE -> new Part("its date", timer.when(), Optional.of(Demand.DATE));
            case DURATION -> new Part("its duration", timer.when(), Optional.of(Demand.DURATION));
            case CYCLE -> new Part("its cycle", timer.when(), Optional.of(Demand.CYCLE));
        };
    }

    private static Stream<Part> of(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Job job -> part("its number of retries", job.retries(), Demand.RETRIES);
            case Behaviour.UserTask task -> of(task.assignment());
            case Behaviour.Script script -> part("its script", script.expression(), null);
            case Behaviour.Catch event -> of(event.trigger());
            case Behaviour.Boundary event -> of(event.trigger());
            case Behaviour.Start event -> of(event.trigger());
            default -> Stream.of();
        };
    }

    private static Stream<Part> of(Behaviour.Assignment assignment) {
        return Stream.of(
                        part("its assignee", assignment.assignee(), Demand.TEXT),
                        part("its candidate groups", assignment.candidateGroups(), Demand.TEXTS),
                        part("its candidate users", assignment.candidateUsers(), Demand.TEXTS),
                        part("its due date", assignment.dueDate(), Demand.DATE_OR_NONE),
                        part("its follow-up date", assignment.followUpDate(), Demand.DATE_OR_NONE),
                        part("its priority", assignment.priority(), Demand.PRIORITY))
                .flatMap(parts -> parts);
    }

    public static Stream<Part> condition(Node.Flow flow) {
        return part(
                "the condition of its flow" + (flow.name().isBlank() ? "" : " \"" + flow.name() + "\""),
                flow.condition(),
                Demand.TRUTH);
    }

    private static Stream<Part> of(Node.Repetition repetition) {
        return Stream.of(
                        part("its input collection", repetition.items(), Demand.LIST),
                        part("its output element", repetition.output(), null),
                        part("its completion condition", repetition.until(), Demand.TRUTH))
                .flatMap(parts -> parts);
    }

    private static Part mapping(String direction, Node.Mapping mapping) {
        return new Part(
                "the %s mapping of \"%s\"".formatted(direction, mapping.target()), mapping.source(), Optional.empty());
    }

    private static Stream<Part> part(String what, @Nullable Expression expression, @Nullable Demand demand) {
        return expression == null ? Stream.of() : Stream.of(new Part(what, expression, Optional.ofNullable(demand)));
    }
}
