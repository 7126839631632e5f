package org.tandem.bpmn;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flows that an engine refuses, never takes or takes without asking, at the node that they leave or lead to. */
record Flows(Node node) {

    record Wrong(String what, String remedy) {}

    Stream<Wrong> problems() {
        return Stream.concat(ends(), conditions());
    }

    private Stream<Wrong> ends() {
        var behaviour = node.behaviour();
        var isEventSubProcess = behaviour instanceof Behaviour.SubProcess sub && sub.triggeredByEvent();
        var startsByItself = behaviour instanceof Behaviour.Start
                || behaviour instanceof Behaviour.Boundary
                || behaviour instanceof Behaviour.CatchLink
                || isEventSubProcess;
        var in = startsByItself && node.incoming() > 0
                ? Stream.of(new Wrong(
                        "a flow leads into it, but only its trigger lets it happen", "Lead the flow elsewhere"))
                : Stream.<Wrong>of();
        var out = (node.type().equals("END_EVENT") || isEventSubProcess || behaviour instanceof Behaviour.ThrowLink)
                        && !node.outgoing().isEmpty()
                ? Stream.of(new Wrong("a flow leaves it, but nothing goes on from here", "Delete the flow"))
                : Stream.<Wrong>of();
        return Stream.concat(in, out);
    }

    private Stream<Wrong> conditions() {
        return switch (node.behaviour()) {
            case Behaviour.Exclusive gateway -> asked(gateway.defaultFlow());
            case Behaviour.Inclusive gateway -> asked(gateway.defaultFlow());
            default ->
                node.outgoing().stream()
                        .filter(flow -> flow.condition() != null)
                        .limit(1)
                        .map(flow -> new Wrong(
                                "a flow that leaves it has a condition, and conditions are only asked behind exclusive"
                                        + " and inclusive gateways",
                                "Delete the condition, or put an exclusive gateway behind it"));
        };
    }

    private Stream<Wrong> asked(@Nullable String defaultFlow) {
        if (defaultFlow != null
                && node.outgoing().stream().noneMatch(flow -> flow.id().equals(defaultFlow))) {
            return Stream.of(new Wrong(
                    "its default flow leaves something else", "Choose one of its own flows as the default flow"));
        }
        return node.outgoing().stream()
                .filter(flow -> flow.id().equals(defaultFlow)
                        ? flow.condition() != null
                        : flow.condition() == null && node.outgoing().size() > 1)
                .map(flow -> flow.condition() == null
                        ? new Wrong(
                                "its flow %s has no condition and is not its default flow".formatted(label(flow)),
                                "Give the flow a condition, or make it the default flow")
                        : new Wrong(
                                "its flow %s has a condition that is never asked, because it is the default flow"
                                        .formatted(label(flow)),
                                "Delete the condition, or choose another default flow"));
    }

    private static String label(Node.Flow flow) {
        return "\"%s\"".formatted(flow.name().isBlank() ? flow.id() : flow.name());
    }
}
