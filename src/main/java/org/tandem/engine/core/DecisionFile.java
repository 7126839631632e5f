package org.tandem.engine.core;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** A DMN file evaluated as the engine evaluates it, without being deployed. Safe from any thread. */
@NamedInterface("decisions")
public final class DecisionFile {

    private final Dmn dmn;
    private final ParsedDmn parsed;

    /**
     * @param clock what {@code now()} in the file means
     * @throws IllegalArgumentException if the text is no DMN, with the parser's words
     */
    public DecisionFile(String xml, Clock clock) {
        dmn = new Dmn(new Feel(clock::millis));
        parsed = dmn.parse(xml);
    }

    /**
     * What the decision answers, null if no rule fits.
     *
     * @param values maps, lists, texts, numbers, booleans and null, by name
     * @throws IllegalArgumentException if it cannot be evaluated, with the reason
     */
    public @Nullable Object evaluate(String decision, Map<String, @Nullable Object> values) {
        var evaluated = dmn.evaluate(parsed, decision, values);
        if (evaluated.failure() != null) {
            throw new IllegalArgumentException(Objects.requireNonNull(evaluated.failure()));
        }
        return evaluated.result().java();
    }
}
