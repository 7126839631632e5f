package org.tandem.policy.states;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the application does for the processes: the jobs it works on and the messages it sends. */
public record Capabilities(Map<String, Worker> workers, Map<String, SentMessage> messages) {

    public static Capabilities of(Collection<Worker> workers, Collection<SentMessage> messages) {
        return new Capabilities(
                workers.stream().collect(Collectors.toUnmodifiableMap(Worker::type, Function.identity())),
                messages.stream().collect(Collectors.toUnmodifiableMap(SentMessage::name, Function.identity())));
    }

    /**
     * A job worker: the variables without which it cannot work, those it writes and the BPMN errors it throws. A written variable
     * that is an object may be given field by field ({@code brief.draft}); then nothing else may be read of it. What it writes may be
     * null only where it says so.
     */
    public record Worker(
            String type, Set<String> reads, Set<String> writes, Set<String> mayBeNull, Set<String> errors) {

        public Worker(String type, Set<String> reads, Set<String> writes, Set<String> errors) {
            this(type, reads, writes, Set.of(), errors);
        }

        public Worker {
            mayBeNull = Set.copyOf(mayBeNull);
            reads = Set.copyOf(reads);
            writes = Set.copyOf(writes);
            errors = Set.copyOf(errors);
        }

        /** The same worker, which also throws these BPMN errors. */
        public Worker throwing(String... codes) {
            return new Worker(type, reads, writes, mayBeNull, Set.of(codes));
        }
    }

    /** A message: the variable it is correlated by (none, if it starts a process) and the variables it brings. */
    public record SentMessage(String name, @Nullable String correlationVariable, Set<String> variables) {

        public SentMessage {
            variables = Set.copyOf(variables);
        }

        public boolean startsProcesses() {
            return correlationVariable == null;
        }
    }

    public Optional<Worker> worker(String type) {
        return Optional.ofNullable(workers.get(type));
    }

    public Optional<SentMessage> message(String name) {
        return Optional.ofNullable(messages.get(name));
    }
}
