package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;

/** Keys of decision instances, like {@code 2251799813685249-1}: that of the evaluation, and which decision of it. */
final class DecisionKeys {

    private static final Pattern KEY = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");

    private DecisionKeys() {}

    static Sql sql(Reading reading, String path, JsonNode said) {
        if (!said.isTextual()) {
            throw Problem.invalid(
                    "The field '%s' is %s; it must be a key, such as \"2251799813685249-1\".", path, Json.shown(said));
        }
        return sql("The field '" + path + "'", said.textValue());
    }

    static Sql sql(String what, String key) {
        var parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw Problem.invalid("%s is \"%s\"; it must be a key, such as \"2251799813685249-1\".", what, key);
        }
        return Sql.of(
                "(di.evaluation = ? and di.evaluation_index = ?)",
                Long.parseLong(parts.group(1)),
                Integer.parseInt(parts.group(2)));
    }
}
