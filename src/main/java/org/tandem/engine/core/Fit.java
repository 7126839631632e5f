package org.tandem.engine.core;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Node;

/** Whether what an element of one process has begun can be gone on with at an element of another: both are of one kind. */
record Fit(Node source, Node target) {

    /** The element goes where the plan says, into the scope that its own scope has gone to. */
    static Node of(Node source, Mapping mapping) {
        var id = mapping.targetOf(source.id());
        if (id == null) {
            throw Rejection.invalidState(
                    "Element '%s' is active and the plan does not say where it goes; map it to a %s of process '%s'",
                    source.id(), source.type(), mapping.to().id());
        }
        var target = mapping.to().node(id);
        var fit = new Fit(source, target);
        fit.isOfOneKind();
        fit.isInOneScope(mapping);
        return target;
    }

    void isOfOneKind() {
        same(Node::type, "type");
        same(node -> way(node.behaviour()), "implementation");
        same(node -> cause(Events.triggerOf(node)), "trigger");
        same(node -> repeats(node.repetition()), "kind of multi-instance");
    }

    private void same(Function<Node, String> what, String name) {
        var is = what.apply(source);
        var would = what.apply(target);
        if (!is.equals(would)) {
            throw Rejection.invalidState(
                    "The plan maps '%s' to '%s', which would change its %s from %s to %s; map it to one where that stays %s",
                    source.id(), target.id(), name, is, would, is);
        }
    }

    private void isInOneScope(Mapping mapping) {
        var around = source.parent() == null ? null : mapping.targetOf(source.parent());
        if (!Objects.equals(around, target.parent())) {
            throw Rejection.invalidState(
                    "The plan maps '%s' to '%s', which is in %s; what is around an active element stays around it, so map it to an element in %s",
                    source.id(), target.id(), scope(target.parent()), scope(around));
        }
    }

    private static String scope(@Nullable String subProcess) {
        return subProcess == null ? "no sub-process" : "sub-process '" + subProcess + "'";
    }

    private static String way(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Job job -> "job worker";
            case Behaviour.Decide decide -> "DMN decision";
            case Behaviour.Script script -> "FEEL expression";
            default -> behaviour.getClass().getSimpleName();
        };
    }

    private static String cause(@Nullable Trigger trigger) {
        return trigger == null ? "none" : trigger.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String repeats(Node.@Nullable Repetition repetition) {
        if (repetition == null) {
            return "none";
        }
        return repetition.sequential() ? "sequential" : "parallel";
    }
}
