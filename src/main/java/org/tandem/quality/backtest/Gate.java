package org.tandem.quality.backtest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.core.DecisionFile;

/** A confidence gate that has kept the policy's rules, as the engine would run it. Safe from any thread. */
final class Gate {

    static final String DECISION = "confidence-gate";

    private final String xml;
    private final DecisionFile file;
    private final Optional<Alike> alike;
    private final Map<List<@Nullable Object>, Route> decided = new ConcurrentHashMap<>();

    Gate(String xml, DecisionFile file, Optional<Alike> alike) {
        this.xml = xml;
        this.file = file;
        this.alike = alike;
    }

    String xml() {
        return xml;
    }

    /** @throws IllegalArgumentException if the table has no answer for these inputs */
    Route decide(Map<String, @Nullable Object> inputs) {
        return alike.map(same -> decided.computeIfAbsent(same.key(inputs), key -> evaluate(inputs)))
                .orElseGet(() -> evaluate(inputs));
    }

    private Route evaluate(Map<String, @Nullable Object> inputs) {
        if (file.evaluate(DECISION, inputs) instanceof Map<?, ?> answer
                && answer.get("route") instanceof String route) {
            return new Route(route, Objects.toString(answer.get("rule"), "unnamed"));
        }
        throw new IllegalArgumentException("no rule of the gate says who answers");
    }
}
