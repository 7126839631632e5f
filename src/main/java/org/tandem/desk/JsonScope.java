package org.tandem.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.FeelSyntaxException;
import org.tandem.bpmn.feel.Scope;
import org.tandem.bpmn.feel.Value;

/** What a form's expressions see: the variables of the task, and over them what is filled in. */
record JsonScope(Map<String, JsonNode> variables, JsonNode filledIn) implements Scope {

    @Override
    public Optional<Value> get(String variable) {
        var known = variables.get(variable);
        var typed = filledIn.get(variable);
        if (typed == null) {
            return Optional.ofNullable(known).map(JsonScope::value);
        }
        return Optional.of(known == null ? value(typed) : merged(known, typed));
    }

    @Override
    public Scope with(String variable, Value value) {
        return this;
    }

    /** The truth of an expression that begins with {@code =}; nothing where it is not certain. */
    Optional<Boolean> truth(String expression) {
        try {
            return expression.startsWith("=")
                            && Expression.form(expression.substring(1)).valueIn(this) instanceof Value.Known known
                            && known.constant() instanceof Boolean truth
                    ? Optional.of(truth)
                    : Optional.empty();
        } catch (FeelSyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static Value merged(JsonNode known, JsonNode typed) {
        if (!known.isObject() || !typed.isObject()) {
            return value(typed);
        }
        var fields = fields(known);
        typed.properties()
                .forEach(entry -> fields.put(
                        entry.getKey(),
                        known.has(entry.getKey())
                                ? merged(known.get(entry.getKey()), entry.getValue())
                                : value(entry.getValue())));
        return new Value.Context(fields, null);
    }

    private static Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> new Value.Known(node.textValue());
            case BOOLEAN -> new Value.Known(node.booleanValue());
            case NUMBER -> new Value.Known(node.decimalValue().stripTrailingZeros());
            case NULL, MISSING -> Value.NULL;
            case OBJECT -> new Value.Context(fields(node), null);
            default -> Value.ANYTHING;
        };
    }

    private static Map<String, Value> fields(JsonNode object) {
        var fields = new HashMap<String, Value>();
        object.properties().forEach(entry -> fields.put(entry.getKey(), value(entry.getValue())));
        return fields;
    }
}
