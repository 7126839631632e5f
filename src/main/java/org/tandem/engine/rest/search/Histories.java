package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.engine.rest.http.Json;

/** What is told of one process instance or task apart from searches. */
final class Histories {

    private static final String COUNTS = "select e.element_id,"
            + " sum(case when e.ended_at is null and e.incident is null then 1 else 0 end),"
            + " sum(case when e.state = 'TERMINATED' then 1 else 0 end),"
            + " sum(case when e.ended_at is null and e.incident is not null then 1 else 0 end),"
            + " sum(case when e.state = 'COMPLETED' then 1 else 0 end)"
            + " from element_instance e where ";

    private Histories() {}

    /** The sequence flows that tokens have taken, each in the definition after which the instance ran then. */
    static ObjectNode sequenceFlows(Reading reading, long processInstance) {
        var taken = new HashSet<String>();
        var items = JsonNodeFactory.instance.arrayNode();
        reading.list(
                Sql.of(
                        "select e.detail, d.id, d.definition_id from element_instance e"
                                + " join definition d on d.id = e.definition"
                                + " where e.process_instance = ? and e.detail like '%\"taken\"%' order by e.id",
                        processInstance),
                found -> {
                    for (var flow : Json.reread(found.getString(1)).path("taken")) {
                        if (taken.add(flow.asText())) {
                            items.addObject()
                                    .put("sequenceFlowId", processInstance + "_" + flow.asText())
                                    .put("elementId", flow.asText())
                                    .put("processInstanceKey", Long.toString(processInstance))
                                    .put("processDefinitionKey", Long.toString(found.getLong(2)))
                                    .put("processDefinitionId", found.getString(3))
                                    .put("tenantId", "<default>");
                        }
                    }
                    return items;
                });
        return Json.object().set("items", items);
    }

    /** How many instances each element has. */
    static ObjectNode statistics(Reading reading, Sql which) {
        var items = JsonNodeFactory.instance.arrayNode();
        reading.list(
                Sql.of(COUNTS).add(which).add(" group by e.element_id order by e.element_id"),
                found -> items.addObject()
                        .put("elementId", found.getString(1))
                        .put("active", found.getLong(2))
                        .put("canceled", found.getLong(3))
                        .put("incidents", found.getLong(4))
                        .put("completed", found.getLong(5)));
        return Json.object().set("items", items);
    }

    /** Who has called whom, from the outermost process instance to this one. */
    static ArrayNode callers(Reading reading, long processInstance) {
        var entries = new ArrayList<ObjectNode>();
        var next = List.of(processInstance);
        while (!next.isEmpty()) {
            next = reading.list(
                    Sql.of(
                            "select p.id, p.definition, d.name, p.parent_instance from process_instance p"
                                    + " join definition d on d.id = p.definition where p.id = ?",
                            next.getFirst()),
                    found -> {
                        entries.addFirst(Json.object()
                                .put("processInstanceKey", Long.toString(found.getLong(1)))
                                .put("processDefinitionKey", Long.toString(found.getLong(2)))
                                .put("processDefinitionName", found.getString(3)));
                        return found.getLong(4);
                    });
        }
        return JsonNodeFactory.instance.arrayNode().addAll(entries);
    }

    /** The variables that a task sees: of several with a name the one in the innermost scope. */
    static Set<Long> visible(Reading reading, long element, long processInstance) {
        var scopes = new ArrayList<>(List.of(element));
        while (scopes.getLast() != processInstance && scopes.getLast() != 0) {
            scopes.addAll(reading.list(
                    Sql.of("select scope from element_instance where id = ?", scopes.getLast()),
                    found -> found.getLong(1)));
        }
        var nearest = new HashMap<String, Map.Entry<Integer, Long>>();
        reading.list(
                Sql.of("select id, scope, name from variable where process_instance = ?", processInstance), found -> {
                    var depth = scopes.indexOf(found.getLong(2));
                    if (depth >= 0) {
                        nearest.merge(
                                found.getString(3),
                                Map.entry(depth, found.getLong(1)),
                                (one, other) -> one.getKey() <= other.getKey() ? one : other);
                    }
                    return depth;
                });
        var keys = new HashSet<Long>();
        nearest.values().forEach(variable -> keys.add(variable.getValue()));
        return keys;
    }
}
