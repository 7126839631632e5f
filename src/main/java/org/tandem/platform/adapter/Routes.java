package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which request is answered how; whatever is not listed here goes on to Camunda as it came. */
final class Routes {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Upstream upstream;
    private final URI web;
    private final URI management;
    private final Forwarding forwarding;
    private final Store store;
    private final Searches searches;
    private final Purge purge;

    Routes(Upstream upstream, URI web, URI management, URI store) {
        this.upstream = upstream;
        this.web = web;
        this.management = management;
        this.forwarding = new Forwarding(upstream);
        var horizon = new Horizon();
        var definitions = new Definitions(upstream);
        this.store = new Store(upstream, store);
        this.searches = new Searches(upstream, this.store, horizon, definitions);
        this.purge = new Purge(upstream, horizon, definitions);
    }

    void answer(HttpExchange exchange) throws IOException {
        if (isFromForeignPage(exchange)) {
            Answers.problem(exchange, 403, "Only this machine's own programs and pages may call this address.");
            return;
        }
        var path = List.of(exchange.getRequestURI().getPath().substring(1).split("/"));
        switch (exchange.getRequestMethod()) {
            case "GET" -> get(exchange, path);
            case "POST" -> post(exchange, path);
            case "DELETE" -> delete(exchange, path);
            default -> forward(exchange, path);
        }
    }

    private void get(HttpExchange exchange, List<String> path) throws IOException {
        if (path.equals(List.of("v2", "topology"))) {
            Answers.json(exchange, topology());
        } else if (path.size() == 3 && collection(path).isPresent()) {
            var item = searches.read(path.get(1), path.get(2));
            if (item.isPresent()) {
                Answers.json(exchange, item.get());
            } else {
                Answers.problem(exchange, 404, "There is no item '" + path.get(2) + "' in " + path.get(1) + ".");
            }
        } else if (isPart(path, "process-definitions", "xml")) {
            Answers.xml(exchange, upstream.text("/v1/process-definitions/" + path.get(2) + "/xml"));
        } else if (isPart(path, "process-instances", "sequence-flows")) {
            Answers.json(exchange, sequenceFlows(path.get(2)));
        } else {
            forward(exchange, path);
        }
    }

    private void post(HttpExchange exchange, List<String> path) throws IOException {
        if (path.size() == 3 && path.get(2).equals("search") && collection(path).isPresent()) {
            var request = Json.read(exchange.getRequestBody().readAllBytes());
            Answers.json(exchange, collection(path).get().search().answer(request));
        } else if (path.equals(List.of("actuator", "cluster", "purge"))) {
            Answers.json(exchange, Json.object().put("changeId", purge.run()));
        } else {
            forward(exchange, path);
        }
    }

    /** Time only goes forward: jumping back leaves the 8.6 engine unhealthy for minutes, so a reset changes nothing. */
    private void delete(HttpExchange exchange, List<String> path) throws IOException {
        if (path.equals(List.of("actuator", "clock"))) {
            Answers.json(exchange, Json.object());
        } else {
            forward(exchange, path);
        }
    }

    private void forward(HttpExchange exchange, List<String> path) throws IOException {
        var target = exchange.getRequestURI().toString();
        if (path.getFirst().equals("actuator")) {
            forwarding.plain(exchange, management, target);
        } else {
            forwarding.loggedIn(exchange, web, target);
        }
    }

    void purge() {
        purge.run();
    }

    /** A jump of the clock makes 8.6 report unhealthy partitions for a moment, which the 8.8 client need not know. */
    private ObjectNode topology() {
        var topology = (ObjectNode) upstream.get("/v2/topology");
        topology.path("brokers")
                .forEach(broker -> broker.path("partitions")
                        .forEach(partition -> ((ObjectNode) partition).put("health", "healthy")));
        return topology.put("lastCompletedChangeId", Long.toString(purge.lastChange()));
    }

    /** As new as the element instances, which Operate writes with them. */
    private ObjectNode sequenceFlows(String instanceKey) {
        store.refresh("operate-sequence-flow-*");
        var answer = Json.object();
        var items = answer.putArray("items");
        var instance = searches.read("process-instances", instanceKey);
        upstream.get("/v1/process-instances/" + instanceKey + "/sequence-flows")
                .forEach(flow -> items.addObject()
                        .put("sequenceFlowId", instanceKey + "_" + flow.asText())
                        .put("elementId", flow.asText())
                        .put("processInstanceKey", instanceKey)
                        .put("processDefinitionKey", text(instance, "processDefinitionKey"))
                        .put("processDefinitionId", text(instance, "processDefinitionId"))
                        .put("tenantId", text(instance, "tenantId")));
        return answer;
    }

    private static String text(Optional<ObjectNode> item, String field) {
        return item.map(found -> found.path(field).asText()).orElse("");
    }

    private Optional<Searches.Collection> collection(List<String> path) {
        return path.getFirst().equals("v2") ? searches.named(path.get(1)) : Optional.empty();
    }

    private static boolean isPart(List<String> path, String collection, String part) {
        return path.size() == 4
                && path.getFirst().equals("v2")
                && path.get(1).equals(collection)
                && path.get(3).equals(part);
    }

    /** The adapter is logged in, so a page of another site must not reach it through the user's browser. */
    private static boolean isFromForeignPage(HttpExchange exchange) {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        var host = exchange.getRequestHeaders().getFirst("Host");
        return (origin != null && !LOOPBACK.contains(hostOf(origin.replaceFirst("^https?://", ""))))
                || (host != null && !LOOPBACK.contains(hostOf(host)));
    }

    private static String hostOf(String authority) {
        return authority.replaceFirst(":\\d+$", "");
    }
}
