package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.search.Field.Kind;

/** Process instances and element instances. */
final class InstanceCollections {

    private static final String ELEMENTS = "select distinct x.process_instance from element_instance x where ";
    private static final String INCIDENTS =
            "select distinct y.process_instance from incident y where y.resolved_at is null and ";
    private static final String TYPES = "UNSPECIFIED PROCESS SUB_PROCESS EVENT_SUB_PROCESS AD_HOC_SUB_PROCESS"
            + " AD_HOC_SUB_PROCESS_INNER_INSTANCE START_EVENT INTERMEDIATE_CATCH_EVENT INTERMEDIATE_THROW_EVENT"
            + " BOUNDARY_EVENT END_EVENT SERVICE_TASK RECEIVE_TASK USER_TASK MANUAL_TASK TASK EXCLUSIVE_GATEWAY"
            + " INCLUSIVE_GATEWAY PARALLEL_GATEWAY EVENT_BASED_GATEWAY SEQUENCE_FLOW MULTI_INSTANCE_BODY CALL_ACTIVITY"
            + " BUSINESS_RULE_TASK SCRIPT_TASK SEND_TASK UNKNOWN";

    static final Collection PROCESS_INSTANCES = Collection.of(
                    "process instance", "process_instance pi", "processInstanceKey", "pi.id")
            .joinDefinition("pd", "pi.definition")
            .key("processInstanceKey", "pi.id")
            .text("processDefinitionId", "pd.definition_id")
            .text("processDefinitionName", "pd.name")
            .number("processDefinitionVersion", "pd.version")
            .text("processDefinitionVersionTag", "pd.version_tag")
            .optional()
            .key("processDefinitionKey", "pi.definition")
            .key("parentProcessInstanceKey", "pi.parent_instance")
            .optional()
            .key("parentElementInstanceKey", "pi.parent_element")
            .optional()
            .date("startDate", "pi.started_at")
            .date("endDate", "pi.ended_at")
            .optional()
            .choice("state", ofState("pi"), states("pi"))
            .computed("hasIncident", Kind.FLAG, reading -> Sql.among("pi.id", Families.withOpenIncidents(reading)))
            .onlyFiltered()
            .tenant()
            .json(Details.FIELD, "pi.detail")
            .shownAs(Kind.TEXT, "pi.detail")
            .text("elementId", "x.element_id")
            .within(ELEMENTS)
            .choice("elementInstanceState", ofState("x"), states("x"))
            .within(ELEMENTS)
            .flag("hasElementInstanceIncident", "x.incident is not null")
            .within(ELEMENTS)
            .text("errorMessage", "y.message")
            .within(INCIDENTS)
            .flag("hasRetriesLeft", "z.state = 'BACKING_OFF'")
            .within("select distinct z.process_instance from job z where z.ended_at is null and ")
            .filter("variables", new HasVariables("pi.id", "pi.id"))
            .filter("tags", InstanceCollections::tagged)
            .filter("incidentErrorHashCode", Condition.refused("it keeps no hash codes; filter by 'errorMessage'"))
            .filter("batchOperationId", Condition.refused("it has no batch operations"))
            .finish(InstanceCollections::finish)
            .sortedBy(
                    "processInstanceKey",
                    "processDefinitionId",
                    "processDefinitionName",
                    "processDefinitionVersion",
                    "processDefinitionVersionTag",
                    "processDefinitionKey",
                    "parentProcessInstanceKey",
                    "parentElementInstanceKey",
                    "startDate",
                    "endDate",
                    "state",
                    "hasIncident",
                    "tenantId");

    static final Collection ELEMENT_INSTANCES = Collection.of(
                    "element instance", "element_instance el", "elementInstanceKey", "el.id")
            .joinDefinition("pd", "el.definition")
            .key("elementInstanceKey", "el.id")
            .key("processInstanceKey", "el.process_instance")
            .key("processDefinitionKey", "el.definition")
            .text("processDefinitionId", "pd.definition_id")
            .text("elementId", "el.element_id")
            .choice("type", "el.type", Choices.of(TYPES.split(" ")))
            .choice("state", ofState("el"), states("el"))
            .date("startDate", "el.started_at")
            .inOrderOfKeys()
            .date("endDate", "el.ended_at")
            .optional()
            .key("incidentKey", "el.incident")
            .optional()
            .flag("hasIncident", "el.incident is not null")
            .tenant()
            .key("elementInstanceScopeKey", "el.scope")
            .onlyFiltered()
            .filter("elementInstanceScopeKey", OfElement.of("el.scope", "el.process_instance"))
            .computed("elementName", Kind.TEXT, named("el"))
            .onlyFiltered()
            .finish((reading, items) -> items.forEach(item -> name(reading, item, "elementName")))
            .sortedBy(
                    "elementInstanceKey",
                    "processInstanceKey",
                    "processDefinitionKey",
                    "processDefinitionId",
                    "startDate",
                    "endDate",
                    "elementId",
                    "elementName",
                    "type",
                    "state",
                    "incidentKey",
                    "tenantId");

    private InstanceCollections() {}

    private static void finish(Reading reading, List<ObjectNode> instances) {
        var keys = instances.stream()
                .map(instance -> instance.path("processInstanceKey").asLong())
                .collect(Collectors.toSet());
        var broken = Families.withOpenIncidents(reading, keys);
        instances.forEach(instance -> {
            instance.put(
                    "hasIncident",
                    broken.contains(instance.path("processInstanceKey").asLong()));
            Details.tags(instance);
        });
    }

    static String ofState(String alias) {
        return "case when %1$s.ended_at is null then 'ACTIVE' else %1$s.state end".formatted(alias);
    }

    private static Choices states(String alias) {
        return Choices.of()
                .when(alias + ".ended_at is null", "ACTIVE")
                .when(alias + ".state = 'COMPLETED' and " + alias + ".ended_at is not null", "COMPLETED")
                .when(alias + ".state = 'TERMINATED' and " + alias + ".ended_at is not null", "TERMINATED");
    }

    static java.util.function.Function<Reading, Sql> named(String alias) {
        return reading -> reading.names().expression(reading, alias + ".definition", alias + ".element_id");
    }

    static void name(Reading reading, ObjectNode item, String field) {
        item.put(
                field,
                reading.names()
                        .name(
                                reading,
                                item.path("processDefinitionKey").asLong(),
                                item.path("elementId").asText()));
    }

    /** Has all of these tags. */
    private static Sql tagged(Reading reading, String path, JsonNode said) {
        if (!said.isArray()) {
            throw Problem.invalid("The field '%s' is %s; it must be a list of texts.", path, Json.shown(said));
        }
        List<Sql> all = new ArrayList<>();
        for (var tag : said) {
            if (!tag.isTextual()) {
                throw Problem.invalid("The field '%s' is %s; it must be a list of texts.", path, Json.shown(said));
            }
            all.add(Sql.of("pi.detail like ? escape '\\'", "%\"tags\":[" + Patterns.listWith(tag.textValue())));
        }
        return Sql.and(all);
    }
}
