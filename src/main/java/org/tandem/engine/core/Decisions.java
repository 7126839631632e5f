package org.tandem.engine.core;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.engine.state.DecisionInstance;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;

/** Evaluates decisions and remembers what they looked at. */
public final class Decisions {

    private final Core core;
    private final Dmn dmn;

    Decisions(Core core) {
        this.core = core;
        this.dmn = new Dmn(core.feel());
    }

    /** One evaluation: the decision asked for and those it builds on. */
    public record Evaluation(
            long key, JsonValue result, @Nullable String failure, List<DecisionInstance> decisions) {}

    Dmn dmn() {
        return dmn;
    }

    /** The latest version of a decision. */
    public Definition decision(String id) {
        var found = core.state().latest(Definition.Kind.DECISION, id);
        if (found == null) {
            throw Rejection.notFound("Expected to evaluate decision '%s', but no decision found for id '%s'", id, id);
        }
        return found;
    }

    public Definition decision(long key) {
        var found = core.state().find(Definition.class, key);
        if (found == null || found.kind() != Definition.Kind.DECISION || found.isDeleted()) {
            throw Rejection.notFound(
                    "Expected to evaluate decision '%d', but no decision found for key '%d'", key, key);
        }
        return found;
    }

    /** Evaluates a decision for a client. */
    public Evaluation evaluate(Definition decision, Map<String, JsonValue> variables) {
        return remember(decision, evaluated(decision, variables), 0, 0);
    }

    JsonValue decide(ElementInstance element, Behaviour.Decide task) {
        if (task.decision() == null) {
            throw new Failure(Failure.CALLED_DECISION, "The business rule task names no decision");
        }
        var id = core.variables().text(task.decision(), element.key());
        var decision = core.deployments()
                .bound(
                        Definition.Kind.DECISION,
                        id,
                        task.binding(),
                        task.versionTag(),
                        element,
                        Failure.CALLED_DECISION);
        var evaluated = evaluated(decision, core.variables().visible(element.key()));
        if (evaluated.failure() != null) {
            throw new Failure(
                    Failure.DECISION_EVALUATION,
                    evaluated.failure(),
                    () -> remember(decision, evaluated, element.key(), element.processInstance()));
        }
        return remember(decision, evaluated, element.key(), element.processInstance())
                .result();
    }

    private Dmn.Evaluated evaluated(Definition decision, Map<String, JsonValue> variables) {
        var graph = core.state().get(Definition.class, decision.requirements());
        return dmn.evaluate(Objects.requireNonNull(graph.resource()), decision.id(), variables);
    }

    private Evaluation remember(Definition decision, Dmn.Evaluated evaluated, long element, long processInstance) {
        var key = core.state().newKey();
        var versions = core.state().deployedTogether(decision.deployment());
        var instances = evaluated.steps().stream()
                .map(step -> core.state()
                        .put(new DecisionInstance(
                                core.state().newKey(),
                                key,
                                evaluated.steps().indexOf(step) + 1,
                                decision.key(),
                                versions.stream()
                                        .filter(other -> other.kind() == Definition.Kind.DECISION
                                                && other.id().equals(step.decisionId()))
                                        .findFirst()
                                        .orElse(decision)
                                        .key(),
                                step.type(),
                                element,
                                processInstance,
                                step.failure(),
                                step.result(),
                                step.inputs(),
                                step.rules(),
                                core.now())))
                .toList();
        return new Evaluation(key, evaluated.result(), evaluated.failure(), instances);
    }
}
