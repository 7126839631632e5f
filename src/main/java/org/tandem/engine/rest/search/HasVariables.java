package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.engine.rest.http.Body;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;

/**
 * Variables that must be there, each with a value that fits, or must not be there.
 *
 * @param instance the column with the process instance
 * @param scope the column with the scope whose variables they are
 */
record HasVariables(String instance, String scope) implements Condition {

    private static final Comparison CONTENT =
            new Comparison(new Field("value", Field.Kind.VALUE, r -> Sql.of("x.content"), false, null, null, null));

    @Override
    public Sql sql(Reading reading, String path, JsonNode said) {
        if (!said.isArray()) {
            throw Problem.invalid("The field '%s' is %s; it must be a list of variables.", path, Json.shown(said));
        }
        List<Sql> all = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            all.add(one(reading, path + "[" + i + "]", said.get(i)));
        }
        return Sql.and(all);
    }

    /** The first variable that must have exactly one value, as a condition on variables. */
    static Optional<Sql> first(JsonNode said) {
        for (var one : said) {
            var value = one.path("value");
            var exactly = value.isObject() ? value.path("$eq") : value;
            if (one.path("name").isTextual() && exactly.isTextual()) {
                return Optional.of(Sql.of(
                        "x.name = ? and x.content = ?",
                        one.path("name").textValue(),
                        Values.of(CONTENT.field(), "value", exactly)));
            }
        }
        return Optional.empty();
    }

    private Sql one(Reading reading, String path, JsonNode said) {
        if (!(said instanceof ObjectNode fields)) {
            throw Problem.invalid("The field '%s' is %s; it must be an object.", path, Json.shown(said));
        }
        var body = Body.of(fields);
        var name = body.text("name");
        var value = body.get("value");
        body.end();
        if (value == null || Json.isAbsent(value)) {
            throw Problem.invalid("The field '%s.value' is missing; it must be JSON in a text, or operators.", path);
        }
        boolean wanted = true;
        if (value instanceof ObjectNode operators && operators.path("$exists").isBoolean()) {
            wanted = operators.path("$exists").booleanValue();
            value = operators.deepCopy().without("$exists");
        }
        var there = Sql.of(
                        "exists (select 1 from variable x where x.process_instance = " + instance + " and x.scope = "
                                + scope + " and x.name = ? and ",
                        name)
                .add(CONTENT.sql(reading, path + ".value", value))
                .add(")");
        return wanted ? there : Sql.of("not ").add(there);
    }
}
