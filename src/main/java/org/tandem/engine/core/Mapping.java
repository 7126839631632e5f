package org.tandem.engine.core;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;

/** The instructions of a migration plan, looked up: they name what there is, and nothing twice. */
final class Mapping {

    private final ProcessModel from;
    private final ProcessModel to;
    private final Map<String, String> targets = new LinkedHashMap<>();

    Mapping(MigrationPlan plan, ProcessModel from, ProcessModel to) {
        this.from = from;
        this.to = to;
        var events = new HashSet<String>();
        for (var instruction : plan.instructions()) {
            var source = instruction.source();
            var target = instruction.target();
            var kind = kind(source, from);
            if (!kind.equals(kind(target, to))) {
                throw Rejection.invalidState(
                        "The plan maps '%s' to '%s', which is a %s; map it to a %s",
                        source, target, kind(target, to), kind);
            }
            if (targets.put(source, target) != null) {
                throw Rejection.invalidArgument(
                        "The plan says more than once where '%s' goes; each source element may be mapped once", source);
            }
            if (isEvent(to.nodes().get(target)) && !events.add(target)) {
                throw Rejection.invalidState(
                        "The plan maps two events to '%s'; each event may be the target of one mapping", target);
            }
        }
    }

    private static String kind(String id, ProcessModel process) {
        if (process.nodes().containsKey(id)) {
            return "flow node";
        }
        if (process.flows().containsKey(id)) {
            return "sequence flow";
        }
        if (process.id().equals(id)) {
            return "process";
        }
        throw Rejection.invalidArgument(
                "The plan names element '%s', but process '%s' has no such element", id, process.id());
    }

    private static boolean isEvent(@Nullable Node node) {
        return node != null && node.type().endsWith("_EVENT") && Events.triggerOf(node) != null;
    }

    ProcessModel from() {
        return from;
    }

    ProcessModel to() {
        return to;
    }

    /** Whether only one thing goes there. */
    boolean isOnlyOne(String target) {
        return targets.values().stream().filter(target::equals).count() == 1;
    }

    /** Where something goes; null if the plan does not say. */
    @Nullable
    String targetOf(String source) {
        return targets.get(source);
    }

    /** Whether something comes from elsewhere, and so is not new. */
    boolean isTarget(String id) {
        return targets.containsValue(id);
    }
}
