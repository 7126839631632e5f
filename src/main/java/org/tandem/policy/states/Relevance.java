package org.tandem.policy.states;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.bpmn.Library;
import org.tandem.bpmn.feel.Scope;
import org.tandem.bpmn.feel.Value;

/** What has to be told apart, so that there are few states: texts and numbers that no expression compares with are all the same. */
final class Relevance {

    private final Capabilities capabilities;
    private final Set<Value.Known> compared = new HashSet<>();
    private final Set<String> decisive = new HashSet<>();
    private final Map<String, Set<String>> aside = new HashMap<>();

    Relevance(Library library, Capabilities capabilities, Reads reads) {
        this.capabilities = capabilities;
        compared.add((Value.Known) Value.NULL);
        library.processes().values().stream()
                .flatMap(process -> process.nodes().values().stream())
                .flatMap(reads::expressions)
                .forEach(expression -> {
                    compared.addAll(expression.comparedWith());
                    decisive.addAll(expression.comparedVariables());
                });
        library.processes().values().stream()
                .flatMap(process -> process.nodes().values().stream())
                .flatMap(node -> node.outgoing().stream())
                .flatMap(flow -> Stream.ofNullable(flow.condition()))
                .flatMap(condition -> condition.readingsIn(Scope.ANYTHING).stream())
                .forEach(reading -> decisive.add(reading.variable()));
    }

    /** Work beside the main flow; see {@link SideTracks}. */
    boolean isAside(Place place) {
        var process = place.frame().process();
        return aside.computeIfAbsent(process.id(), id -> new SideTracks(process, capabilities, decisive).nodes())
                .contains(place.node().id());
    }

    /** The value, as far as any expression could tell the difference. */
    Value essence(Value value) {
        if (value instanceof Value.Context context) {
            Map<String, Value> fields = new HashMap<>();
            context.fields().forEach((name, field) -> fields.put(name, essence(field)));
            return new Value.Context(fields, context.source());
        }
        return value instanceof Value.Known known
                        && (known.constant() instanceof String || known.constant() instanceof Number)
                        && !compared.contains(known)
                ? new Value.Unknown(compared)
                : value;
    }
}
