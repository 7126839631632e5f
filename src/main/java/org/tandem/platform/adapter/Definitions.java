package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The deployed processes. A definition never changes, so what has been seen once is remembered. */
final class Definitions implements Search.Source {
    private static final Operate.Listing LISTING = new Operate.Listing(
            "process-definitions",
            "key",
            Map.of("processDefinitionKey", "key", "processDefinitionId", "bpmnProcessId", "version", "version"));

    private final Operate operate;
    private final Map<String, ObjectNode> seen = new ConcurrentHashMap<>();

    Definitions(Upstream upstream) {
        this.operate = new Operate(upstream, new Horizon());
    }

    @Override
    public List<ObjectNode> find(Filter filter) {
        return operate.find(LISTING, filter, UnaryOperator.identity(), Definitions::translate);
    }

    /** The id of the process that a definition key stands for; empty while Operate does not know it yet. */
    Optional<String> processId(String key) {
        return definition(key)
                .map(definition -> definition.path("processDefinitionId").asText());
    }

    Optional<ObjectNode> definition(String key) {
        var known = seen.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = find(Filter.exactly("processDefinitionKey", key)).stream().findFirst();
        found.ifPresent(definition -> seen.put(key, definition));
        return found;
    }

    private static ObjectNode translate(JsonNode source) {
        return Item.from(source)
                .key("processDefinitionKey", "key")
                .copy("processDefinitionId", "bpmnProcessId")
                .copy("name")
                .text("resourceName", source.path("bpmnProcessId").asText() + ".bpmn")
                .copy("version")
                .copy("versionTag")
                .copy("tenantId")
                .flag("hasStartForm", false)
                .done();
    }
}
