package org.tandem.engine.rest.search;

import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.engine.rest.search.Field.Kind;

/** Definitions of processes and decisions, and decisions that were made. */
final class DefinitionCollections {

    static final Collection PROCESS_DEFINITIONS = Collection.of(
                    "process definition", "definition pd", "processDefinitionKey", "pd.id")
            .base("pd.kind = 'PROCESS'")
            .key("processDefinitionKey", "pd.id")
            .text("processDefinitionId", "pd.definition_id")
            .text("name", "pd.name")
            .text("resourceName", "pd.resource_name")
            .number("version", "pd.version")
            .text("versionTag", "pd.version_tag")
            .optional()
            .tenant()
            .computed("hasStartForm", Kind.FLAG, reading -> Sql.among("pd.id", withStartForm(reading)))
            .flag(
                    "isLatestVersion",
                    "pd.deleted_at is null and not exists (select 1 from definition x where x.kind = 'PROCESS'"
                            + " and x.definition_id = pd.definition_id and x.version > pd.version and x.deleted_at is null)")
            .onlyFiltered()
            .sortedBy(
                    "processDefinitionKey",
                    "name",
                    "resourceName",
                    "version",
                    "versionTag",
                    "processDefinitionId",
                    "tenantId");

    static final Collection DECISION_DEFINITIONS = Collection.of(
                    "decision definition", "definition dd", "decisionDefinitionKey", "dd.id")
            .join("dr", "join definition dr on dr.id = dd.requirements")
            .base("dd.kind = 'DECISION'")
            .key("decisionDefinitionKey", "dd.id")
            .text("decisionDefinitionId", "dd.definition_id")
            .text("name", "dd.name")
            .number("version", "dd.version")
            .text("decisionRequirementsId", "dr.definition_id")
            .key("decisionRequirementsKey", "dd.requirements")
            .tenant()
            .sortedBy(
                    "decisionDefinitionKey",
                    "decisionDefinitionId",
                    "name",
                    "version",
                    "decisionRequirementsId",
                    "decisionRequirementsKey",
                    "tenantId");

    static final Collection DECISION_REQUIREMENTS = Collection.of(
                    "decision requirements graph", "definition dr", "decisionRequirementsKey", "dr.id")
            .base("dr.kind = 'REQUIREMENTS'")
            .key("decisionRequirementsKey", "dr.id")
            .text("decisionRequirementsId", "dr.definition_id")
            .text("decisionRequirementsName", "dr.name")
            .number("version", "dr.version")
            .text("resourceName", "dr.resource_name")
            .tenant()
            .sortedBy(
                    "decisionRequirementsKey",
                    "decisionRequirementsName",
                    "version",
                    "decisionRequirementsId",
                    "tenantId");

    static final Collection DECISION_INSTANCES = decisionInstances()
            .sortedBy(
                    "decisionDefinitionId",
                    "decisionDefinitionKey",
                    "decisionDefinitionName",
                    "decisionDefinitionType",
                    "decisionDefinitionVersion",
                    "decisionEvaluationInstanceKey",
                    "decisionEvaluationKey",
                    "elementInstanceKey",
                    "evaluationDate",
                    "evaluationFailure",
                    "processDefinitionKey",
                    "processInstanceKey",
                    "state",
                    "tenantId");

    /** With inputs and matched rules. */
    static final Collection WHOLE_DECISION_INSTANCES = decisionInstances()
            .json(Details.FIELD, "di.detail")
            .shownAs(Kind.TEXT, "di.detail")
            .finish((reading, decisions) -> decisions.forEach(Details::decision))
            .sortedBy();

    private DefinitionCollections() {}

    /** Where no process has asked, clients expect -1 as key. */
    private static CollectionBuilder decisionInstances() {
        return Collection.of("decision instance", "decision_instance di", "decisionEvaluationInstanceKey", "di.id")
                .join("el", "left join element_instance el on el.id = di.element")
                .joinDefinition("dd", "di.definition")
                .text(
                        "decisionEvaluationInstanceKey",
                        "cast(di.evaluation as varchar) || '-' || cast(di.evaluation_index as varchar)")
                .filter("decisionEvaluationInstanceKey", DecisionKeys::sql)
                .key("decisionEvaluationKey", "di.evaluation")
                .choice(
                        "state",
                        "case when di.failure is null then 'EVALUATED' else 'FAILED' end",
                        Choices.of()
                                .when("di.failure is null", "EVALUATED")
                                .when("di.failure is not null", "FAILED")
                                .never("UNSPECIFIED", "UNKNOWN"))
                .date("evaluationDate", "di.evaluated_at")
                .inOrderOfKeys()
                .text("evaluationFailure", "di.failure")
                .optional()
                .text("decisionDefinitionId", "dd.definition_id")
                .text("decisionDefinitionName", "dd.name")
                .number("decisionDefinitionVersion", "dd.version")
                .choice(
                        "decisionDefinitionType",
                        "di.type",
                        Choices.of("DECISION_TABLE", "LITERAL_EXPRESSION", "UNKNOWN")
                                .never("UNSPECIFIED"))
                .key("decisionDefinitionKey", "di.definition")
                .text("result", "di.result")
                .onlyShown()
                .key("processDefinitionKey", "el.definition")
                .optional()
                .shownAs(Kind.KEY, "coalesce(el.definition, -1)")
                .key("processInstanceKey", "di.process_instance")
                .optional()
                .shownAs(Kind.KEY, "coalesce(di.process_instance, -1)")
                .key("elementInstanceKey", "di.element")
                .optional()
                .shownAs(Kind.KEY, "coalesce(di.element, -1)")
                .filter("elementInstanceKey", OfElement.of("di.element", "di.process_instance"))
                .tenant();
    }

    private static Set<Long> withStartForm(Reading reading) {
        return reading
                .list(Sql.of("select id from definition where kind = 'PROCESS'"), found -> found.getLong(1))
                .stream()
                .filter(key -> reading.names().drawing(reading, key).startForm() != null)
                .collect(Collectors.toSet());
    }
}
