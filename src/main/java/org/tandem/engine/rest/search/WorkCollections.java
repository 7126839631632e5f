package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tandem.engine.rest.search.Field.Kind;

/** User tasks and jobs. */
final class WorkCollections {

    private static final String NOTHING = "cast(null as varchar)";

    static final Collection USER_TASKS = Collection.of("user task", "user_task ut", "userTaskKey", "ut.id")
            .join("el", "join element_instance el on el.id = ut.element")
            .joinDefinition("pd", "el.definition")
            .key("userTaskKey", "ut.id")
            .choice(
                    "state",
                    "ut.state",
                    Choices.of("COMPLETED", "CANCELED")
                            .when("ut.ended_at is null", "CREATED")
                            .never("CREATING", "ASSIGNING", "UPDATING", "COMPLETING", "CANCELING", "FAILED"))
            .text("assignee", "ut.assignee")
            .optional()
            .text("elementId", "el.element_id")
            .key("elementInstanceKey", "ut.element")
            .filter("elementInstanceKey", OfElement.of("ut.element", "ut.process_instance"))
            .text("processDefinitionId", "pd.definition_id")
            .key("processDefinitionKey", "el.definition")
            .number("processDefinitionVersion", "pd.version")
            .onlyShown()
            .text("processName", "pd.name")
            .onlyShown()
            .key("processInstanceKey", "ut.process_instance")
            .date("creationDate", "ut.created_at")
            .inOrderOfKeys()
            .date("completionDate", "ut.ended_at")
            .optional()
            .date("followUpDate", "ut.follow_up_at")
            .optional()
            .shownAs(Kind.TEXT, "ut.follow_up_date")
            .date("dueDate", "ut.due_at")
            .optional()
            .shownAs(Kind.TEXT, "ut.due_date")
            .key("formKey", "ut.form")
            .onlyShown()
            .text("externalFormReference", "ut.external_form")
            .onlyShown()
            .number("priority", "ut.priority")
            .texts("candidateGroups", "ut.candidate_groups")
            .texts("candidateGroup", "ut.candidate_groups")
            .onlyFiltered()
            .texts("candidateUsers", "ut.candidate_users")
            .texts("candidateUser", "ut.candidate_users")
            .onlyFiltered()
            .tenant()
            .json(Details.FIELD, "ut.detail")
            .shownAs(Kind.TEXT, "ut.detail")
            .filter("processInstanceVariables", new HasVariables("ut.process_instance", "ut.process_instance"))
            .filter("localVariables", new HasVariables("ut.process_instance", "ut.element"))
            .computed("name", Kind.TEXT, InstanceCollections.named("el"))
            .onlyFiltered()
            .finish((reading, tasks) -> tasks.forEach(task -> finishTask(reading, task)))
            .sortedBy("creationDate", "completionDate", "followUpDate", "dueDate", "priority", "name");

    static final Collection JOBS = Collection.of("job", "job jb", "jobKey", "jb.id")
            .join("el", "join element_instance el on el.id = jb.element")
            .joinDefinition("pd", "el.definition")
            .key("jobKey", "jb.id")
            .text("type", "jb.type")
            .text("worker", "jb.worker")
            .choice(
                    "state",
                    "case jb.state when 'ACTIVATABLE' then 'CREATED' when 'ACTIVATED' then 'CREATED'"
                            + " when 'BACKING_OFF' then 'FAILED' when 'ERROR_UNCAUGHT' then 'ERROR_THROWN' else jb.state end",
                    Choices.of("COMPLETED", "CANCELED")
                            .when("jb.ended_at is null and jb.state in ('ACTIVATABLE', 'ACTIVATED')", "CREATED")
                            .when("jb.ended_at is null and jb.state in ('BACKING_OFF', 'FAILED')", "FAILED")
                            .when("jb.state in ('ERROR_UNCAUGHT', 'ERROR_THROWN')", "ERROR_THROWN")
                            .never("MIGRATED", "RETRIES_UPDATED", "TIMED_OUT"))
            .number("retries", "jb.retries")
            .date("deadline", "case when jb.state = 'ACTIVATED' then jb.deadline end")
            .optional()
            .date("endTime", "jb.ended_at")
            .optional()
            .text("errorCode", "jb.error_code")
            .optional()
            .text("errorMessage", "jb.error_message")
            .optional()
            .flag("hasFailedWithRetriesLeft", "jb.state = 'BACKING_OFF'")
            .flag("isDenied", Choices.NEVER)
            .text("deniedReason", NOTHING)
            .optional()
            .choice(
                    "kind",
                    "cast('BPMN_ELEMENT' as varchar)",
                    Choices.of()
                            .when(Sql.ALL, "BPMN_ELEMENT")
                            .never("EXECUTION_LISTENER", "TASK_LISTENER", "AD_HOC_SUB_PROCESS"))
            .choice(
                    "listenerEventType",
                    "cast('UNSPECIFIED' as varchar)",
                    Choices.of()
                            .when(Sql.ALL, "UNSPECIFIED")
                            .never("ASSIGNING", "CANCELING", "COMPLETING", "CREATING", "END", "START", "UPDATING"))
            .text("elementId", "el.element_id")
            .key("elementInstanceKey", "jb.element")
            .filter("elementInstanceKey", OfElement.of("jb.element", "jb.process_instance"))
            .text("processDefinitionId", "pd.definition_id")
            .key("processDefinitionKey", "el.definition")
            .key("processInstanceKey", "jb.process_instance")
            .tenant()
            .json(Details.FIELD, "jb.detail")
            .shownAs(Kind.TEXT, "jb.detail")
            .finish((reading, jobs) -> jobs.forEach(Details::headers))
            .sortedBy(
                    "deadline",
                    "deniedReason",
                    "elementId",
                    "elementInstanceKey",
                    "endTime",
                    "errorCode",
                    "errorMessage",
                    "hasFailedWithRetriesLeft",
                    "isDenied",
                    "jobKey",
                    "kind",
                    "listenerEventType",
                    "processDefinitionId",
                    "processDefinitionKey",
                    "processInstanceKey",
                    "retries",
                    "state",
                    "tenantId",
                    "type",
                    "worker");

    private WorkCollections() {}

    private static void finishTask(Reading reading, ObjectNode item) {
        InstanceCollections.name(reading, item, "name");
        Details.headers(item);
        withoutZone(item, "dueDate");
        withoutZone(item, "followUpDate");
    }

    /** The API has the offset of a date and time only. */
    private static void withoutZone(ObjectNode item, String field) {
        var zone = item.path(field).asText("").indexOf('[');
        if (zone > 0) {
            item.put(field, item.path(field).asText().substring(0, zone));
        }
    }
}
