package org.tandem.engine.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.ProcessModel;

/** Migration plans from one process to another: at random, but mostly such that they can be carried out. */
final class RandomPlans {

    private static final int ONE_LEFT_OUT_OF = 20;

    private final Random random;
    private final ProcessModel from;
    private final ProcessModel to;
    private final Map<String, String> mapped = new HashMap<>();
    private final List<MigrationPlan.Instruction> instructions = new ArrayList<>();

    RandomPlans(Random random, ProcessModel from, ProcessModel to) {
        this.random = random;
        this.from = from;
        this.to = to;
    }

    MigrationPlan plan(long target) {
        inside(null);
        from.flows().values().stream()
                .filter(flow -> mapped.containsKey(flow.target()))
                .sorted(java.util.Comparator.comparing(Node.Flow::id))
                .forEach(flow -> map(
                        flow.id(),
                        to.incomingOf(to.node(targetOf(flow.target()))).stream()
                                .map(Node.Flow::id)
                                .toList()));
        return new MigrationPlan(target, instructions);
    }

    private void inside(@Nullable Node scope) {
        for (var source : from.childrenOf(scope)) {
            var candidates = to.childrenOf(scope == null ? null : to.node(targetOf(scope.id()))).stream()
                    .filter(target -> fits(source, target))
                    .map(Node::id)
                    .toList();
            if (map(source.id(), candidates)) {
                inside(source);
            }
        }
    }

    private String targetOf(String source) {
        return Objects.requireNonNull(mapped.get(source));
    }

    private boolean fits(Node source, Node target) {
        try {
            new Fit(source, target).isOfOneKind();
        } catch (Rejection different) {
            return false;
        }
        return !(source.behaviour() instanceof Behaviour.Boundary event
                && target.behaviour() instanceof Behaviour.Boundary other
                && !Objects.equals(mapped.get(event.attachedTo()), other.attachedTo()));
    }

    private boolean map(String source, List<String> candidates) {
        var free = candidates.stream()
                .filter(candidate -> !mapped.containsValue(candidate))
                .toList();
        if (free.isEmpty() || random.nextInt(ONE_LEFT_OUT_OF) == 0) {
            return false;
        }
        var target = free.get(random.nextInt(free.size()));
        mapped.put(source, target);
        instructions.add(new MigrationPlan.Instruction(source, target));
        return true;
    }
}
