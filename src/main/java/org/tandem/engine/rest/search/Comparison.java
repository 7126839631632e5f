package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.search.Field.Kind;

/** A field compared with the operators of the API; several must all hold. A missing value is unequal to everything. */
record Comparison(Field field) implements Condition {

    private static final Set<String> OPERATORS =
            Set.of("$eq", "$neq", "$exists", "$in", "$notIn", "$gt", "$gte", "$lt", "$lte", "$like");

    /** The one value that a filter says a field must have; null if it says anything else. */
    static @Nullable JsonNode exactly(JsonNode said) {
        if (!said.isObject()) {
            return said.isValueNode() && !said.isNull() ? said : null;
        }
        var set = said.properties().stream()
                .filter(part -> !Json.isAbsent(part.getValue()))
                .toList();
        return set.size() == 1 && set.getFirst().getKey().equals("$eq")
                ? set.getFirst().getValue()
                : null;
    }

    @Override
    public @Nullable String within() {
        return field.within();
    }

    @Override
    public Sql sql(Reading reading, String path, JsonNode said) {
        if (!said.isObject()) {
            return equal(reading, path, said);
        }
        var parts = new ArrayList<Sql>();
        said.properties().forEach(part -> {
            if (!Json.isAbsent(part.getValue())) {
                parts.add(sql(reading, path + "." + part.getKey(), part.getKey(), part.getValue()));
            }
        });
        return Sql.and(parts);
    }

    private Sql sql(Reading reading, String path, String operator, JsonNode said) {
        return switch (operator) {
            case "$eq" -> equal(reading, path, said);
            case "$neq" -> not(reading, equal(reading, path, said));
            case "$in" -> in(reading, path, said);
            case "$notIn" -> not(reading, in(reading, path, said));
            case "$exists" -> exists(reading, path, said);
            case "$gt" -> ordered(reading, path, " > ?", said);
            case "$gte" -> ordered(reading, path, " >= ?", said);
            case "$lt" -> ordered(reading, path, " < ?", said);
            case "$lte" -> ordered(reading, path, " <= ?", said);
            case "$like" -> like(reading, path, said);
            default ->
                throw Problem.invalid(
                        "The field '%s' has no such operator; known are %s.",
                        path, String.join(", ", OPERATORS.stream().sorted().toList()));
        };
    }

    private Sql equal(Reading reading, String path, JsonNode said) {
        var value = Values.of(field, path, said);
        return switch (field.kind()) {
            case CHOICE -> {
                var condition = field.choices() == null ? null : field.choices().get(value);
                yield condition == null ? expression(reading).add(" = ?", value) : Sql.of("(" + condition + ")");
            }
            case FLAG ->
                value.equals(true)
                        ? Sql.of("(").add(expression(reading)).add(")")
                        : Sql.of("not (").add(expression(reading)).add(")");
            case TEXTS -> expression(reading).add(" like ? escape '\\'", Patterns.listWith((String) value));
            default -> expression(reading).add(" = ?", value);
        };
    }

    private Sql not(Reading reading, Sql condition) {
        var opposite = Sql.of("not ").add(Sql.of("(").add(condition).add(")"));
        return field.optional()
                ? Sql.of("(")
                        .add(expression(reading))
                        .add(" is null or ")
                        .add(opposite)
                        .add(")")
                : opposite;
    }

    private Sql in(Reading reading, String path, JsonNode said) {
        if (!said.isArray()) {
            throw Problem.invalid("The field '%s' is %s; it must be a list.", path, Json.shown(said));
        }
        if (field.kind() == Kind.CHOICE || field.kind() == Kind.TEXTS || field.kind() == Kind.FLAG) {
            List<Sql> each = new ArrayList<>();
            said.forEach(one -> each.add(equal(reading, path, one)));
            return Sql.or(each);
        }
        List<Object> values = new ArrayList<>();
        said.forEach(one -> values.add(Values.of(field, path, one)));
        return expression(reading).add(" in (" + "?, ".repeat(values.size() - 1) + "?)", values.toArray());
    }

    private Sql exists(Reading reading, String path, JsonNode said) {
        if (!said.isBoolean()) {
            throw Problem.invalid("The field '%s' is %s; it must be true or false.", path, Json.shown(said));
        }
        if (field.kind() == Kind.TEXTS) {
            return expression(reading).add(said.booleanValue() ? " <> '[]'" : " = '[]'");
        }
        return expression(reading).add(said.booleanValue() ? " is not null" : " is null");
    }

    private Sql ordered(Reading reading, String path, String operator, JsonNode said) {
        if (field.kind() == Kind.FLAG || field.kind() == Kind.TEXTS || field.kind() == Kind.CHOICE) {
            throw Problem.invalid("The field '%s' has no order.", path);
        }
        return expression(reading).add(operator, Values.of(field, path, said));
    }

    private Sql like(Reading reading, String path, JsonNode said) {
        if (!said.isTextual()) {
            throw Problem.invalid("The field '%s' is %s; it must be a text.", path, Json.shown(said));
        }
        return switch (field.kind()) {
            case TEXT, VALUE -> expression(reading).add(" like ? escape '\\'", Patterns.like(said.textValue()));
            case TEXTS ->
                Sql.of("regexp_like(").add(expression(reading)).add(", ?)", Patterns.listLike(said.textValue()));
            case CHOICE -> choicesLike(reading, path, said.textValue());
            default -> throw Problem.invalid("The field '%s' is no text.", path);
        };
    }

    private Sql choicesLike(Reading reading, String path, String wildcards) {
        var pattern = Patterns.regex(wildcards);
        List<Sql> each = new ArrayList<>();
        Values.choices(field).stream()
                .filter(word -> pattern.matcher(word).matches())
                .forEach(word -> each.add(equal(reading, path, Json.object().textNode(word))));
        return Sql.or(each);
    }

    private Sql expression(Reading reading) {
        return field.sql(reading);
    }
}
