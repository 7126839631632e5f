package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * User tasks, from the alpha v2 API, joined with Tasklist for what that leaves out: the names, the dates and whether it ended. An
 * open task that Tasklist has not read yet is not there yet, as half of it would be missing; cancelled ones it does not list.
 */
record UserTasks(Alpha alpha, Upstream upstream) implements Search.Source {
    private static final Alpha.Listing LISTING =
            new Alpha.Listing("user-tasks", Map.of("processInstanceKey", "processInstanceKey", "userTaskKey", "key"));
    private static final int PAGE = 1000;

    @Override
    public List<ObjectNode> find(Filter filter) {
        var tasks = alpha.find(LISTING, filter);
        if (tasks.isEmpty()) {
            return List.of();
        }
        var known = inTasklist(filter);
        return tasks.stream()
                .filter(task -> known.containsKey(task.path("key").asText()) || !isOpen(task))
                .map(task -> translate(task, known.getOrDefault(task.path("key").asText(), Json.object())))
                .toList();
    }

    private static boolean isOpen(JsonNode task) {
        return task.path("state").asText().equals("CREATED");
    }

    private Map<String, JsonNode> inTasklist(Filter filter) {
        var request = Json.object().put("pageSize", PAGE);
        filter.exactly("processInstanceKey").ifPresent(key -> request.put("processInstanceKey", key));
        var found = new HashMap<String, JsonNode>();
        while (true) {
            var page = upstream.post("/v1/tasks/search", request);
            page.forEach(task -> found.put(task.path("id").asText(), task));
            if (page.size() < PAGE) {
                return found;
            }
            request.set("searchAfter", page.get(page.size() - 1).path("sortValues"));
        }
    }

    private static ObjectNode translate(JsonNode source, JsonNode tasklist) {
        var item = Item.from(source)
                .key("userTaskKey", "key")
                .text(
                        "name",
                        tasklist.path("name").asText(source.path("elementId").asText()))
                .text(
                        "processName",
                        tasklist.path("processName")
                                .asText(source.path("processDefinitionId").asText()))
                .text(
                        "state",
                        tasklist.path("taskState").asText(source.path("state").asText()))
                .copy("assignee")
                .copy("elementId")
                .key("elementInstanceKey")
                .list("candidateGroups", "candidateGroup")
                .list("candidateUsers", "candidateUser")
                .copy("processDefinitionId")
                .key("processDefinitionKey")
                .key("processInstanceKey")
                .copy("processDefinitionVersion")
                .date("creationDate")
                .date("completionDate")
                .date("dueDate")
                .date("followUpDate")
                .copy("tenantId", "tenantIds")
                .copy("customHeaders")
                .copy("priority")
                .key("formKey")
                .text(
                        "externalFormReference",
                        source.path("externalFormReference").asText())
                .emptyList("tags")
                .done();
        if (item.path("dueDate").isNull()) { // the alpha search leaves the dates out
            item.setAll(Item.from(tasklist).date("dueDate").date("followUpDate").done());
        }
        if (item.path("externalFormReference").asText().isEmpty()) {
            item.putNull("externalFormReference");
        }
        return item;
    }
}
