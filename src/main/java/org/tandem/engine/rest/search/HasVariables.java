package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.tandem.engine.rest.http.Body;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.state.Variable;

/**
 * Variables that must be there, each with a value that fits, or must not be there.
 *
 * @param instance the column with the process instance
 * @param scope the column with the scope whose variables they are
 */
record HasVariables(String instance, String scope) implements Condition {

    private static final int MANY = 20_000;
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
        var exactly = Comparison.exactly(value);
        if (exactly != null) {
            return exactly(reading, name, (String) Values.of(CONTENT.field(), path + ".value", exactly));
        }
        boolean wanted = true;
        if (value instanceof ObjectNode operators && operators.path("$exists").isBoolean()) {
            wanted = operators.path("$exists").booleanValue();
            value = operators.deepCopy().without("$exists");
        }
        var there = exists(name, CONTENT.sql(reading, path + ".value", value));
        return wanted ? there : Sql.of("not ").add(there);
    }

    /** Looked up by the hash, unless very many have it. */
    private Sql exactly(Reading reading, String name, String json) {
        var whole = scope.equals(instance) ? " and x.scope = x.process_instance" : "";
        var query = Sql.of(
                "select x.scope from variable x where x.hash = ? and x.name = ? and x.content = ?" + whole + " limit ?",
                Variable.hash(name, json),
                name,
                json,
                MANY);
        var scopes = reading.list(query, found -> found.getLong(1));
        return scopes.size() < MANY ? Sql.among(scope, scopes) : exists(name, Sql.of("x.content = ?", json));
    }

    private Sql exists(String name, Sql content) {
        return Sql.of(
                        "exists (select 1 from variable x where x.process_instance = " + instance + " and x.scope = "
                                + scope + " and x.name = ? and ",
                        name)
                .add(content)
                .add(")");
    }
}
