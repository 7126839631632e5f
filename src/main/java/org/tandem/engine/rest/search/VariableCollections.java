package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.tandem.engine.rest.search.Field.Kind;
import org.tandem.engine.state.Variable;

/** Variables, with long values cut or whole. */
final class VariableCollections {

    private static final Field CONTENT =
            new Field("value", Field.Kind.VALUE, r -> Sql.of("v.content"), false, null, null, null);
    private static final int SHOWN_OF_A_VALUE = 8191;

    /** Long values are cut. */
    static final Collection VARIABLES = variables()
            .shownAs(
                    Kind.TEXT,
                    "case when char_length(v.content) > %1$d then substring(v.content from 1 for %1$d) else v.content end"
                            .formatted(SHOWN_OF_A_VALUE))
            .flag("isTruncated", "char_length(v.content) > " + SHOWN_OF_A_VALUE)
            .sortedBy("variableKey", "name", "value", "scopeKey", "processInstanceKey", "tenantId");

    static final Collection WHOLE_VARIABLES = variables()
            .flag("isTruncated", Choices.NEVER)
            .sortedBy("variableKey", "name", "value", "scopeKey", "processInstanceKey", "tenantId");

    private VariableCollections() {}

    private static CollectionBuilder variables() {
        return Collection.of("variable", "variable v", "variableKey", "v.id")
                .key("variableKey", "v.id")
                .text("name", "v.name")
                .key("scopeKey", "v.scope")
                .filter("scopeKey", OfElement.of("v.scope", "v.process_instance"))
                .key("processInstanceKey", "v.process_instance")
                .tenant()
                .value("value", "v.content")
                .hint(VariableCollections::hashed);
    }

    /** Name and value together are found by their hash. */
    private static Optional<Sql> hashed(Reading reading, JsonNode filter) {
        var name = Comparison.exactly(filter.path("name"));
        var value = Comparison.exactly(filter.path("value"));
        return name == null || value == null
                ? Optional.empty()
                : Optional.of(Sql.of("v.hash = ?", Variable.hash(name.asText(), (String)
                        Values.of(CONTENT, "filter.value", value))));
    }
}
