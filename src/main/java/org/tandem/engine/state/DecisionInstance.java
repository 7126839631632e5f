package org.tandem.engine.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * History: one decision of one evaluation, with what it looked at.
 *
 * @param evaluation key shared by all decisions that were evaluated together
 * @param index 1 and up, in the order of evaluation
 * @param root the decision that was asked for
 * @param element the business rule task, or 0 when a client asked
 * @param failure why it could not be evaluated, else null
 */
public record DecisionInstance(
        long key,
        long evaluation,
        int index,
        long root,
        long definition,
        Type type,
        long element,
        long processInstance,
        @Nullable String failure,
        JsonValue result,
        List<Input> inputs,
        List<Rule> rules,
        long at)
        implements Entity {

    public enum Type {
        DECISION_TABLE,
        LITERAL_EXPRESSION,
        UNKNOWN
    }

    public record Input(String id, String name, JsonValue value) {}

    /** A matched rule; the index is 1 and up. */
    public record Rule(String id, int index, List<Output> outputs) {}

    public record Output(String id, String name, JsonValue value) {}

    @Override
    public boolean isFinished() {
        return true;
    }
}
