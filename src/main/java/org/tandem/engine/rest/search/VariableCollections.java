package org.tandem.engine.rest.search;

import org.tandem.engine.rest.search.Field.Kind;

/** Variables, with long values cut or whole. */
final class VariableCollections {

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
                .value("value", "v.content");
    }
}
