package org.tandem.engine.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.feel.Expression;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Variable;

/** Variables live in scopes: an element sees its own, then those of the scopes around it. */
public final class Variables {

    private final State state;
    private final Feel feel;

    Variables(State state, Feel feel) {
        this.state = state;
        this.feel = feel;
    }

    /** Sets variables of an active element: in exactly its scope, or each in the nearest scope that has it, else the outermost. */
    public void set(long elementInstance, Map<String, JsonValue> values, boolean local) {
        var element = state.find(ElementInstance.class, elementInstance);
        if (element == null || !element.isActive()) {
            throw Rejection.notFound(
                    "Expected to update variables for element with key '%d', but no such element was found",
                    elementInstance);
        }
        if (local) {
            setLocal(elementInstance, element.processInstance(), values);
        } else {
            propagate(element, values);
        }
    }

    /** All that a scope sees, by name. */
    Map<String, JsonValue> visible(long scope) {
        var seen = new LinkedHashMap<String, JsonValue>();
        for (var at = scope; at != 0; at = around(at)) {
            state.variablesOf(at).forEach((name, variable) -> seen.putIfAbsent(name, variable.value()));
        }
        return seen;
    }

    Map<String, JsonValue> local(long scope) {
        var values = new LinkedHashMap<String, JsonValue>();
        state.variablesOf(scope).forEach((name, variable) -> values.put(name, variable.value()));
        return values;
    }

    private @Nullable Variable find(long scope, String name) {
        for (var at = scope; at != 0; at = around(at)) {
            var variable = state.variablesOf(at).get(name);
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    private long around(long scope) {
        var element = state.find(ElementInstance.class, scope);
        return element == null ? 0 : element.scope();
    }

    void setLocal(ElementInstance scope, Map<String, JsonValue> values) {
        setLocal(scope.key(), scope.processInstance(), values);
    }

    private void setLocal(long scope, long processInstance, Map<String, JsonValue> values) {
        values.forEach((name, value) -> {
            var known = state.variablesOf(scope).get(name);
            if (known == null) {
                state.put(new Variable(state.newKey(), scope, processInstance, name, value));
            } else if (!known.value().equals(value)) {
                state.put(known.with(value));
            }
        });
    }

    /** Each value goes to the nearest scope that has the variable, otherwise to the process instance. */
    void propagate(ElementInstance from, Map<String, JsonValue> values) {
        values.forEach((name, value) -> {
            var known = find(from.key(), name);
            var scope = known == null ? from.processInstance() : known.scope();
            setLocal(scope, from.processInstance(), Map.of(name, value));
        });
    }

    /** What input mappings give, all evaluated before anything is set; a target such as {@code a.b} makes a new object. */
    Map<String, JsonValue> inputs(List<Node.Mapping> mappings, long scope) {
        return mapped(mappings, scope, name -> null);
    }

    /** What output mappings give; a target such as {@code a.b} changes one field of the variable and leaves the others. */
    Map<String, JsonValue> outputs(List<Node.Mapping> mappings, long scope) {
        return mapped(mappings, scope, name -> valueOf(find(scope, name)));
    }

    private Map<String, JsonValue> mapped(
            List<Node.Mapping> mappings, long scope, Function<String, @Nullable Object> known) {
        var result = new LinkedHashMap<String, @Nullable Object>();
        for (var mapping : mappings) {
            try {
                put(result, mapping.target(), feel.evaluate(mapping.source(), scope(scope, result)), known);
            } catch (Failure failed) {
                throw new Failure(Failure.IO_MAPPING, String.valueOf(failed.getMessage()));
            }
        }
        var values = new LinkedHashMap<String, JsonValue>();
        result.forEach((name, value) -> values.put(name, Values.json(value)));
        return values;
    }

    private static void put(
            Map<String, @Nullable Object> into,
            String target,
            @Nullable Object value,
            Function<String, @Nullable Object> known) {
        var path = List.of(target.split("\\."));
        var name = path.getFirst();
        if (path.size() == 1) {
            into.put(name, value);
            return;
        }
        var old = into.containsKey(name) ? into.get(name) : known.apply(name);
        into.put(name, nested(old, path.subList(1, path.size()), value));
    }

    private static @Nullable Object valueOf(@Nullable Variable variable) {
        return variable == null ? null : variable.value().java();
    }

    private static @Nullable Object nested(@Nullable Object old, List<String> path, @Nullable Object value) {
        if (path.isEmpty()) {
            return value;
        }
        var map = new LinkedHashMap<Object, @Nullable Object>(old instanceof Map<?, ?> known ? known : Map.of());
        map.put(path.getFirst(), nested(map.get(path.getFirst()), path.subList(1, path.size()), value));
        return map;
    }

    Feel.Scope scope(long key) {
        return scope(key, Map.of());
    }

    /** What an expression sees: first the overlay, then the scope. */
    Feel.Scope scope(long key, Map<String, @Nullable Object> overlay) {
        return new Feel.Scope() {
            @Override
            public Feel.@Nullable Known find(String name) {
                if (overlay.containsKey(name)) {
                    return new Feel.Known(overlay.get(name));
                }
                var variable = Variables.this.find(key, name);
                return variable == null ? null : new Feel.Known(variable.value().java());
            }

            @Override
            public Set<String> names() {
                var names = new TreeSet<>(visible(key).keySet());
                names.addAll(overlay.keySet());
                return names;
            }
        };
    }

    @Nullable
    Object evaluate(Expression expression, long scope) {
        return feel.evaluate(expression, scope(scope));
    }

    String text(Expression expression, long scope) {
        return feel.text(expression, scope(scope));
    }
}
