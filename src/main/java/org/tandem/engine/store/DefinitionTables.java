package org.tandem.engine.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.DecisionInstance;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Meta;

/** What the engine knows of itself, what has been deployed, and what has been decided. */
final class DefinitionTables {

    static final Table<Meta> META = Table.of(Meta.class, "meta")
            .changing()
            .number("next_key", Meta::nextKey)
            .number("clock_offset", Meta::clockOffset)
            .number("change_id", Meta::changeId)
            .number("group_number", Meta::group)
            .activeWhere("true")
            .read(row -> new Meta(
                    row.number("next_key"),
                    row.number("clock_offset"),
                    row.number("change_id"),
                    row.number("group_number")));

    static final Table<Definition> DEFINITION = Table.of(Definition.class, "definition")
            .code("kind", Definition::kind)
            .text("definition_id", Definition::id)
            .text("name", Definition::name)
            .count("version", Definition::version)
            .text("version_tag", Definition::versionTag)
            .text("resource_name", Definition::resourceName)
            .text("resource", Definition::resource)
            .text("checksum", Definition::checksum)
            .number("deployment", Definition::deployment)
            .optional("requirements", Definition::requirements)
            .number("deployed_at", Definition::deployedAt)
            .changing()
            .optional("deleted_at", Definition::deletedAt)
            .activeWhere("true")
            .read(row -> new Definition(
                    row.number("id"),
                    row.code(Definition.Kind.class, "kind"),
                    row.text("definition_id"),
                    row.text("name"),
                    row.count("version"),
                    row.optional("version_tag"),
                    row.text("resource_name"),
                    row.optional("resource"),
                    row.text("checksum"),
                    row.number("deployment"),
                    row.number("requirements"),
                    row.number("deployed_at"),
                    row.number("deleted_at")));

    static final Table<DecisionInstance> DECISION_INSTANCE = Table.of(DecisionInstance.class, "decision_instance")
            .number("evaluation", DecisionInstance::evaluation)
            .count("evaluation_index", DecisionInstance::index)
            .number("root", DecisionInstance::root)
            .number("definition", DecisionInstance::definition)
            .code("type", DecisionInstance::type)
            .optional("element", DecisionInstance::element)
            .optional("process_instance", DecisionInstance::processInstance)
            .text("failure", DecisionInstance::failure)
            .text("result", d -> d.result().text())
            .number("evaluated_at", DecisionInstance::at)
            .detail(d -> new Looked(d.inputs(), d.rules()))
            .read(row -> row.detail(Looked.class).decision(row));

    private DefinitionTables() {}

    private record Looked(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<DecisionInstance.Input> inputs,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<DecisionInstance.Rule> rules) {

        DecisionInstance decision(Row row) {
            return new DecisionInstance(
                    row.number("id"),
                    row.number("evaluation"),
                    row.count("evaluation_index"),
                    row.number("root"),
                    row.number("definition"),
                    row.code(DecisionInstance.Type.class, "type"),
                    row.number("element"),
                    row.number("process_instance"),
                    row.optional("failure"),
                    JsonValue.parse(row.text("result")),
                    inputs == null ? List.of() : inputs,
                    rules == null ? List.of() : rules,
                    row.number("evaluated_at"));
        }
    }
}
