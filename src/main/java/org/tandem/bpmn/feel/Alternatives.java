package org.tandem.bpmn.feel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tries an expression out with every value that its variables are known to be able to have. Values that nobody knows are left to
 * {@link Kinds}.
 */
final class Alternatives {

    private static final int MOST = 500;

    private final Expression expression;
    private final Scope scope;

    Alternatives(Expression expression, Scope scope) {
        this.expression = expression;
        this.scope = scope;
    }

    /** The first value that does not do, or nothing if all that can be known does. */
    Optional<Unfit> unfit(Demand demand) {
        List<Map<Reading, Value.Known>> worlds = List.of(Map.of());
        var open = false;
        for (var reading : expression.readingsIn(scope)) {
            if (scope.get(reading.variable()).isEmpty()) {
                return Optional.empty();
            }
            var known = known(at(reading.path(), scope));
            open |= known.isEmpty();
            worlds = known.isEmpty() ? worlds : times(worlds, reading, known);
        }
        if (!open) {
            return worlds.stream()
                    .flatMap(world -> unfit(demand, world).stream())
                    .findFirst();
        }
        return demand.takesOneOf(Kinds.of(expression.tree(), scope))
                ? Optional.empty()
                : Optional.of(new Unfit(Map.of(), null, false));
    }

    private Optional<Unfit> unfit(Demand demand, Map<Reading, Value.Known> world) {
        var variables = new HashMap<String, @Nullable Object>();
        var with = new LinkedHashMap<String, @Nullable Object>();
        world.forEach((reading, known) -> {
            put(variables, reading.path(), known.constant());
            with.put(reading.toString(), known.constant());
        });
        var result = expression.resultWith(variables);
        var isMeant = result != null || !expression.miscalculatesWith(variables);
        return demand.accepts(result) && isMeant ? Optional.empty() : Optional.of(new Unfit(with, result, true));
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, @Nullable Object> into, List<String> path, @Nullable Object value) {
        if (path.size() == 1) {
            into.putIfAbsent(path.getFirst(), value);
        } else if (into.computeIfAbsent(path.getFirst(), key -> new HashMap<String, @Nullable Object>())
                instanceof Map<?, ?> inner) {
            put((Map<String, @Nullable Object>) inner, path.subList(1, path.size()), value);
        }
    }

    private static List<Map<Reading, Value.Known>> times(
            List<Map<Reading, Value.Known>> worlds, Reading reading, List<Value.Known> values) {
        var more = new ArrayList<Map<Reading, Value.Known>>();
        for (var world : worlds) {
            for (var value : values) {
                var with = new LinkedHashMap<>(world);
                with.put(reading, value);
                if (more.size() < MOST) {
                    more.add(with);
                }
            }
        }
        return more;
    }

    /** A value that FEEL cannot be given stands for one that is not known. */
    private static List<Value.Known> known(Value value) {
        return switch (value) {
            case Value.Known known -> Kind.of(known.constant()).equals(Kind.ALL) ? List.of() : List.of(known);
            case Value.Unknown unknown ->
                unknown.some().stream().filter(unknown::canBe).toList();
            case Value.Context context -> List.of();
        };
    }

    static Value at(List<String> path, Scope scope) {
        var value = scope.get(path.getFirst()).orElse(Value.NULL);
        for (var key : path.subList(1, path.size())) {
            value = field(value, key);
        }
        return value;
    }

    private static Value field(Value of, String key) {
        return switch (of) {
            case Value.Context context -> context.fields().getOrDefault(key, Value.NULL);
            case Value.Known known -> new Value.Known(field(known.constant(), key));
            case Value.Unknown unknown ->
                Value.oneOf(
                        unknown.some().stream()
                                .map(known -> new Value.Known(field(known.constant(), key)))
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                        unknown.others());
        };
    }

    /** The field of a list is the list of its items' fields. */
    private static @Nullable Object field(@Nullable Object of, String key) {
        return switch (of) {
            case Map<?, ?> fields -> fields.get(key);
            case List<?> items ->
                items.stream().map(item -> field(item, key)).collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
            case null -> null;
            default -> null;
        };
    }
}
