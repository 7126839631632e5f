package org.tandem.engine.rest.search;

/** What people have to look at. */
final class IncidentCollection {

    private static final String ERRORS = "UNSPECIFIED UNKNOWN IO_MAPPING_ERROR JOB_NO_RETRIES"
            + " EXECUTION_LISTENER_NO_RETRIES TASK_LISTENER_NO_RETRIES AD_HOC_SUB_PROCESS_NO_RETRIES CONDITION_ERROR"
            + " EXTRACT_VALUE_ERROR CALLED_ELEMENT_ERROR UNHANDLED_ERROR_EVENT MESSAGE_SIZE_EXCEEDED"
            + " CALLED_DECISION_ERROR DECISION_EVALUATION_ERROR FORM_NOT_FOUND RESOURCE_NOT_FOUND";

    static final Collection INCIDENTS = Collection.of("incident", "incident ic", "incidentKey", "ic.id")
            .join("el", "left join element_instance el on el.id = ic.element")
            .join("pi", "join process_instance pi on pi.id = ic.process_instance")
            .joinDefinition("pd", "pi.definition")
            .key("incidentKey", "ic.id")
            .key("processInstanceKey", "ic.process_instance")
            .key("processDefinitionKey", "pi.definition")
            .text("processDefinitionId", "pd.definition_id")
            .choice("errorType", "ic.type", Choices.of(ERRORS.split(" ")))
            .text("errorMessage", "ic.message")
            .text("elementId", "coalesce(el.element_id, pd.definition_id)")
            .key("elementInstanceKey", "ic.element")
            .filter("elementInstanceKey", OfElement.of("ic.element", "ic.process_instance"))
            .date("creationTime", "ic.created_at")
            .inOrderOfKeys()
            .choice(
                    "state",
                    "case when ic.resolved_at is null then 'ACTIVE' else 'RESOLVED' end",
                    Choices.of()
                            .when("ic.resolved_at is null", "ACTIVE")
                            .when("ic.resolved_at is not null", "RESOLVED")
                            .never("MIGRATED", "PENDING"))
            .key("jobKey", "ic.job")
            .optional()
            .tenant()
            .sortedBy(
                    "incidentKey",
                    "processDefinitionKey",
                    "processDefinitionId",
                    "processInstanceKey",
                    "errorType",
                    "errorMessage",
                    "elementId",
                    "elementInstanceKey",
                    "creationTime",
                    "state",
                    "jobKey",
                    "tenantId");

    private IncidentCollection() {}
}
