package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Texts;

/** Where an item stands in an order: the values it is sorted by, as a text that clients only hand back. */
final class Cursor {

    private Cursor() {}

    static String of(Order order, ResultSet row, int column) throws SQLException {
        var values = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < order.criteria().size(); i++) {
            var kind = order.criteria().get(i).field().kind();
            switch (kind) {
                case KEY, DATE, INTEGER -> values.add(row.getLong(column + i));
                case FLAG -> values.add(row.getBoolean(column + i));
                default -> values.add(row.getString(column + i));
            }
            if (row.wasNull()) {
                values.setNull(i);
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(values));
    }

    static List<@Nullable Object> read(Order order, String path, String cursor) {
        try {
            var values = Json.reread(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (values.size() == order.criteria().size()) {
                var read = new ArrayList<@Nullable Object>();
                for (int i = 0; i < values.size(); i++) {
                    read.add(value(order.criteria().get(i).field(), values.get(i)));
                }
                return read;
            }
        } catch (RuntimeException foreign) {
            throw foreign(path, cursor);
        }
        throw foreign(path, cursor);
    }

    private static @Nullable Object value(Field field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (field.kind()) {
            case KEY, DATE, INTEGER -> {
                if (!value.isIntegralNumber()) {
                    throw new IllegalArgumentException();
                }
                yield value.longValue();
            }
            case FLAG -> value.booleanValue();
            default -> value.textValue();
        };
    }

    private static Problem foreign(String path, String cursor) {
        return Problem.invalid(
                "The field '%s' is \"%s\"; it must be a cursor that this search has given for the same order.",
                path, Texts.shortened(cursor));
    }
}
