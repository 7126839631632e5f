package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The collections of the 8.8 API: what each is called, how it is searched and how one of its items is read. */
final class Searches {
    private final Map<String, Collection> collections = new HashMap<>();

    /** One collection. */
    record Collection(Search search, Function<String, Optional<ObjectNode>> reader) {}

    Searches(Upstream upstream, Store store, Horizon horizon, Definitions definitions) {
        var operate = new Operate(upstream, horizon);
        var alpha = new Alpha(upstream, horizon);
        var variables = new Variables(operate, store);
        var decisions = new Decisions(operate);
        add("process-definitions", "processDefinitionKey", definitions);
        add("process-instances", "processInstanceKey", new Instances(operate, definitions));
        add("element-instances", "elementInstanceKey", new Elements(operate, definitions));
        add("user-tasks", "userTaskKey", new UserTasks(alpha, upstream));
        add("incidents", "incidentKey", new Incidents(alpha));
        var subscriptions = new Subscriptions(new Records(store, horizon));
        add("message-subscriptions", "messageSubscriptionKey", subscriptions);
        add("correlated-message-subscriptions", "subscriptionKey", subscriptions::correlated);
        add("variables", variables, variables::whole);
        add("decision-instances", decisions, id -> Optional.of(decisions.whole(id)));
    }

    private void add(String name, String keyField, Search.Source source) {
        add(
                name,
                source,
                key -> source.find(Filter.exactly(keyField, key)).stream()
                        .filter(item -> item.path(keyField).asText().equals(key))
                        .findFirst());
    }

    private void add(String name, Search.Source source, Function<String, Optional<ObjectNode>> reader) {
        collections.put(name, new Collection(new Search(source), reader));
    }

    Optional<Collection> named(String name) {
        return Optional.ofNullable(collections.get(name));
    }

    Optional<ObjectNode> read(String name, String key) {
        return named(name).flatMap(collection -> collection.reader().apply(key));
    }
}
