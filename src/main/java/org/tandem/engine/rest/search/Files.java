package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;

/** What was deployed, as it was: models and forms. */
final class Files {

    private static final String FORM = "select f.id, f.definition_id, f.version, f.resource from definition f";

    private Files() {}

    /** The file of a definition, or of the one that this column leads to. */
    static Answer xml(Reading reading, long key, String kind, String file) {
        var query = Sql.of(
                "select f.resource from definition d join definition f on f.id = d." + file
                        + " where d.id = ? and d.kind = ?",
                key,
                kind);
        return reading.list(query, found -> found.getString(1)).stream()
                .findFirst()
                .map(text -> Answer.text("text/xml", text))
                .orElseThrow(() -> Problem.notFound("There is no definition with the key '%d'.", key));
    }

    static Answer resource(Reading reading, long key) {
        return Answer.json(find(reading, key).without("content"));
    }

    static Answer content(Reading reading, long key) {
        var content = find(reading, key).path("content").asText();
        return Answer.text(content.startsWith("<") ? "text/xml" : "text/plain", content);
    }

    private static ObjectNode find(Reading reading, long key) {
        var query = Sql.of(
                "select resource_name, version, version_tag, definition_id, resource from definition"
                        + " where id = ? and resource is not null",
                key);
        return reading
                .list(
                        query,
                        found -> Json.object()
                                .put("resourceKey", Long.toString(key))
                                .put("resourceName", found.getString(1))
                                .put("version", found.getInt(2))
                                .put("versionTag", found.getString(3))
                                .put("resourceId", found.getString(4))
                                .put("content", found.getString(5))
                                .put("tenantId", "<default>"))
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no resource with the key '%d'.", key));
    }

    static Answer taskForm(Reading reading, long task) {
        return form(reading, Sql.of(FORM + " join user_task ut on ut.form = f.id where ut.id = ?", task));
    }

    /** The latest form of the process's start event. */
    static Answer startForm(Reading reading, long process) {
        var form = reading.names().drawing(reading, process).startForm();
        return form == null
                ? Answer.NOTHING
                : form(
                        reading,
                        Sql.of(
                                FORM + " where f.kind = 'FORM' and f.definition_id = ? and f.deleted_at is null"
                                        + " order by f.version desc limit 1",
                                form));
    }

    private static Answer form(Reading reading, Sql query) {
        return reading.list(query, Files::form).stream()
                .findFirst()
                .map(Answer::json)
                .orElse(Answer.NOTHING);
    }

    private static ObjectNode form(ResultSet row) throws SQLException {
        return Json.object()
                .put("formKey", Long.toString(row.getLong(1)))
                .put("formId", row.getString(2))
                .put("version", row.getInt(3))
                .put("schema", row.getString(4))
                .put("tenantId", "<default>");
    }
}
