package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.tandem.engine.rest.http.Json;

/** Forms as people see them. */
final class Forms {

    private static final String SELECT = "select f.id, f.definition_id, f.version, f.resource from definition f";

    private Forms() {}

    static Optional<ObjectNode> ofTask(Reading reading, long task) {
        return first(reading, Sql.of(SELECT + " join user_task ut on ut.form = f.id where ut.id = ?", task));
    }

    /** The latest form of the process's start event. */
    static Optional<ObjectNode> ofStart(Reading reading, long process) {
        var form = reading.names().drawing(reading, process).startForm();
        return form == null
                ? Optional.empty()
                : first(
                        reading,
                        Sql.of(
                                SELECT + " where f.kind = 'FORM' and f.definition_id = ? and f.deleted_at is null"
                                        + " order by f.version desc limit 1",
                                form));
    }

    private static Optional<ObjectNode> first(Reading reading, Sql query) {
        return reading.list(query, Forms::form).stream().findFirst();
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
