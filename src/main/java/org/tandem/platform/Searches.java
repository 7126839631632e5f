package org.tandem.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the search endpoints of Camunda 8.8 from what Camunda 8.6 has. */
final class Searches {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern PATH = Pattern.compile("/v2/([a-z-]+)/(search|\\d+(?:-\\d+)?)");
    private static final Pattern FLOWS = Pattern.compile("/v2/process-instances/(\\d+)/sequence-flows");
    private static final Pattern XML = Pattern.compile("/v2/process-definitions/(\\d+)/xml");
    private static final int DEFAULT_LIMIT = 100;

    private static final Map<String, SearchSource> SOURCES = Stream.of(
                    source("process-instances", "/v1/process-instances/search", "processInstanceKey")
                            .with(
                                    "processInstanceKey=key processDefinitionId=bpmnProcessId processDefinitionName=bpmnProcessId")
                            .with(
                                    "processDefinitionVersion=processVersion processDefinitionVersionTag=processVersionTag")
                            .with("processDefinitionKey parentProcessInstanceKey=parentKey")
                            .with("parentElementInstanceKey=parentFlowNodeInstanceKey startDate endDate state")
                            .with("hasIncident=incident tenantId"),
                    source("element-instances", "/v1/flownode-instances/search", "elementInstanceKey")
                            .with("elementInstanceKey=key processInstanceKey processDefinitionKey elementId=flowNodeId")
                            .with(
                                    "elementName=flowNodeName type state hasIncident=incident incidentKey startDate endDate tenantId"),
                    source("variables", "/v1/variables/search", "variableKey")
                            .with(
                                    "variableKey=key name value scopeKey processInstanceKey isTruncated=truncated tenantId"),
                    source("user-tasks", "/v2/user-tasks/search", "userTaskKey")
                            .with(
                                    "userTaskKey=key state assignee elementId elementInstanceKey candidateGroups=candidateGroup")
                            .with(
                                    "candidateUsers=candidateUser processDefinitionId processDefinitionKey processInstanceKey formKey")
                            .with(
                                    "creationDate completionDate dueDate followUpDate tenantId=tenantIds externalFormReference")
                            .with("processDefinitionVersion customHeaders priority"),
                    source("incidents", "/v2/incidents/search", "incidentKey")
                            .with(
                                    "incidentKey=key processDefinitionKey processDefinitionId processInstanceKey errorType")
                            .with(
                                    "errorMessage elementId=flowNodeId elementInstanceKey=flowNodeInstanceKey creationTime state jobKey tenantId"),
                    source("decision-instances", "/v1/decision-instances/search", "decisionEvaluationInstanceKey")
                            .with(
                                    "decisionEvaluationInstanceKey=id decisionEvaluationKey=key state evaluationDate evaluationFailure")
                            .with("decisionDefinitionId=decisionId decisionDefinitionKey=decisionDefinitionId")
                            .with("decisionDefinitionName=decisionName decisionDefinitionVersion=decisionVersion")
                            .with(
                                    "decisionDefinitionType=decisionType processDefinitionKey processInstanceKey result tenantId"),
                    source("process-definitions", "/v1/process-definitions/search", "processDefinitionKey")
                            .with("processDefinitionKey=key name version processDefinitionId=bpmnProcessId tenantId"))
            .map(Source::build)
            .collect(Collectors.toMap(SearchSource::kind, Function.identity()));

    private final Camunda86 camunda;
    private final Purge purge;

    Searches(Camunda86 camunda, Purge purge) {
        this.camunda = camunda;
        this.purge = purge;
    }

    boolean knows(String method, String path) {
        var matcher = PATH.matcher(path);
        if (matcher.matches() && SOURCES.containsKey(matcher.group(1))) {
            return method.equals(matcher.group(2).equals("search") ? "POST" : "GET");
        }
        return method.equals("GET")
                && (FLOWS.matcher(path).matches() || XML.matcher(path).matches());
    }

    /** The answer of 8.8; a text for XML, null when there is no such thing. */
    @Nullable
    JsonNode answer(String path, JsonNode query) {
        var flows = FLOWS.matcher(path);
        if (flows.matches()) {
            return sequenceFlows(flows.group(1));
        }
        var xml = XML.matcher(path);
        if (xml.matches()) {
            var text = camunda.text("/v1/process-definitions/%s/xml".formatted(xml.group(1)));
            return text == null ? null : JSON.textNode(text);
        }
        var matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        var source = SOURCES.get(matcher.group(1));
        if (source == null) {
            return null;
        }
        return matcher.group(2).equals("search") ? search(source, query) : one(source, matcher.group(2));
    }

    private ObjectNode search(SearchSource source, JsonNode query) {
        var items = new ArrayList<ObjectNode>();
        for (var item : all(source, query.path("filter"))) {
            if (SearchFilter.fits(item, query.path("filter"))) {
                items.add(item);
            }
        }
        sort(items, query.path("sort"), source.key());
        return page(items, query.path("page"));
    }

    private @Nullable JsonNode one(SearchSource source, String key) {
        if (source.kind().equals("decision-instances")) {
            return decision(source, camunda.get("/v1/decision-instances/" + key));
        }
        if (source.kind().equals("variables")) {
            return complete(source, camunda.get("/v1/variables/" + key));
        }
        var filter = JSON.objectNode().put(source.key(), key);
        var found = search(source, JSON.objectNode().set("filter", filter)).path("items");
        return found.isEmpty() ? null : found.get(0);
    }

    /** All items of 8.6 that may fit, page by page, as 8.8 writes them, without what was purged. */
    private List<ObjectNode> all(SearchSource source, JsonNode filter) {
        var alpha = source.path().startsWith("/v2/");
        var names = source.kind().equals("user-tasks") ? taskNames() : Map.<String, String>of();
        var result = new ArrayList<ObjectNode>();
        var page = JSON.objectNode();
        if (alpha) {
            page.putObject("page").put("limit", 1000);
        } else {
            page.put("size", 1000).set("filter", source.filterFor86(filter));
            page.putArray("sort").addObject().put("field", "key").put("order", "ASC");
        }
        while (true) {
            var answer = camunda.post(source.path(), page);
            var items = answer.path("items");
            for (var item : items) {
                if (source.kind().equals("process-definitions") || !purge.hides(item)) {
                    result.add(complete(source, item));
                }
            }
            result.forEach(item -> addName(item, names));
            if (items.size() < 1000) {
                return result;
            }
            if (alpha) {
                page.withObject("/page").set("searchAfter", answer.path("page").path("lastSortValues"));
            } else {
                page.set("searchAfter", answer.path("sortValues"));
            }
        }
    }

    private ObjectNode complete(SearchSource source, JsonNode item) {
        var result = source.as88(item);
        switch (source.kind()) {
            case "variables" -> {
                if (item.path("truncated").asBoolean()) {
                    result.set(
                            "value",
                            camunda.get("/v1/variables/" + item.path("key").asText())
                                    .path("value"));
                }
                result.put("isTruncated", false);
            }
            case "process-instances" -> result.putArray("tags");
            case "element-instances" ->
                result.put("processDefinitionId", "")
                        .put("hasIncident", item.path("incident").asBoolean());
            case "user-tasks" -> {
                replaceNull(result, "candidateGroups");
                replaceNull(result, "candidateUsers");
            }
            case "decision-instances" -> result.put("elementInstanceKey", "-1");
            case "process-definitions" ->
                result.put("resourceName", result.path("processDefinitionId").asText() + ".bpmn");
            default -> {}
        }
        return result;
    }

    private static void replaceNull(ObjectNode node, String list) {
        if (node.path(list).isNull()) {
            node.putArray(list);
        }
    }

    private static void addName(ObjectNode item, Map<String, String> names) {
        if (item.has("userTaskKey") && !item.has("name")) {
            item.put(
                    "name",
                    names.getOrDefault(
                            item.path("userTaskKey").asText(),
                            item.path("elementId").asText()));
        }
    }

    private Map<String, String> taskNames() {
        var names = new LinkedHashMap<String, String>();
        for (var task : camunda.post("/v1/tasks/search", JSON.objectNode().put("pageSize", 10_000))) {
            names.put(task.path("id").asText(), task.path("name").asText());
        }
        return names;
    }

    private ObjectNode decision(SearchSource source, JsonNode item) {
        var result = complete(source, item);
        var inputs = result.putArray("evaluatedInputs");
        for (var input : item.path("evaluatedInputs")) {
            inputs.addObject()
                    .put("inputId", input.path("id").asText())
                    .put("inputName", input.path("name").asText())
                    .put("inputValue", input.path("value").asText());
        }
        var rules = new LinkedHashMap<String, ObjectNode>();
        var matched = result.putArray("matchedRules");
        for (var output : item.path("evaluatedOutputs")) {
            var rule = rules.computeIfAbsent(output.path("ruleId").asText(), id -> {
                var added = matched.addObject()
                        .put("ruleId", id)
                        .put("ruleIndex", output.path("ruleIndex").asInt());
                added.putArray("evaluatedOutputs");
                return added;
            });
            ((ArrayNode) rule.path("evaluatedOutputs"))
                    .addObject()
                    .put("outputId", output.path("id").asText())
                    .put("outputName", output.path("name").asText())
                    .put("outputValue", output.path("value").asText());
        }
        return result;
    }

    private ObjectNode sequenceFlows(String processInstanceKey) {
        var result = JSON.objectNode();
        var items = result.putArray("items");
        for (var flow : camunda.get("/v1/process-instances/%s/sequence-flows".formatted(processInstanceKey))) {
            items.addObject()
                    .put("sequenceFlowId", processInstanceKey + "_" + flow.asText())
                    .put("processInstanceKey", processInstanceKey)
                    .put("processDefinitionKey", "-1")
                    .put("processDefinitionId", "")
                    .put("elementId", flow.asText())
                    .put("tenantId", "<default>");
        }
        return result;
    }

    private static void sort(List<ObjectNode> items, JsonNode sort, String key) {
        Comparator<ObjectNode> order = (a, b) -> 0;
        for (var by : sort) {
            var field = by.path("field").asText();
            Comparator<ObjectNode> one = (a, b) -> compare(a.path(field), b.path(field));
            order = order.thenComparing(by.path("order").asText("asc").equalsIgnoreCase("desc") ? one.reversed() : one);
        }
        items.sort(order.thenComparing((a, b) -> compare(a.path(key), b.path(key))));
    }

    private static int compare(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return Double.compare(a.asDouble(), b.asDouble());
        }
        var left = a.asText();
        var right = b.asText();
        var keys = left.matches("\\d{1,19}") && right.matches("\\d{1,19}");
        return keys ? Long.compare(Long.parseLong(left), Long.parseLong(right)) : left.compareTo(right);
    }

    private static ObjectNode page(List<ObjectNode> items, JsonNode page) {
        var after = page.path("after").asText("");
        var from = after.isEmpty() ? page.path("from").asInt(0) : Integer.parseInt(after);
        var to = Math.min(items.size(), from + page.path("limit").asInt(DEFAULT_LIMIT));
        var result = JSON.objectNode();
        result.putArray("items").addAll(items.subList(Math.min(from, to), to));
        result.putObject("page")
                .put("totalItems", items.size())
                .put("hasMoreTotalItems", false)
                .put("startCursor", String.valueOf(from))
                .put("endCursor", String.valueOf(to));
        return result;
    }

    private static Source source(String kind, String path, String key) {
        return new Source(kind, path, key, new LinkedHashMap<>());
    }

    /** Field names as words: {@code name} when both call it the same, else {@code nameIn88=nameIn86}. */
    private record Source(String kind, String path, String key, Map<String, String> fields) {

        Source with(String words) {
            for (var word : words.split(" ")) {
                var names = word.split("=", 2);
                fields.put(names[0], names[names.length - 1]);
            }
            return this;
        }

        SearchSource build() {
            return new SearchSource(kind, path, key, Map.copyOf(fields));
        }
    }
}
