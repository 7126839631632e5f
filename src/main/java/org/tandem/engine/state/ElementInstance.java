package org.tandem.engine.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One passage through an element of a process, or a process instance itself (then the scope is 0).
 *
 * @param incident the open incident on it, or 0
 * @param tokens what moves inside it; only scopes have any
 * @param loop the progress of a multi-instance body
 * @param origin how a process instance came to be
 * @param child the process instance that a call activity has called
 * @param result what a job, task, message or called process brought, kept until output mappings have been applied
 * @param taken the sequence flows on which it was left
 */
public record ElementInstance(
        long key,
        Position at,
        long startedAt,
        State state,
        long endedAt,
        long incident,
        Tokens tokens,
        @Nullable Loop loop,
        @Nullable Origin origin,
        long child,
        @Nullable Map<String, JsonValue> result,
        List<String> taken)
        implements Entity {

    public enum State {
        ACTIVATING,
        ACTIVE,
        COMPLETING,
        COMPLETED,
        TERMINATED
    }

    /**
     * Where it is.
     *
     * @param elementId id in the model; that of the process for a process instance
     * @param type the element type as the Camunda API names it, for example {@code SERVICE_TASK}
     * @param scope the element instance around it, 0 for a process instance
     * @param loopCounter 1 and up for an inner instance of a multi-instance, else 0
     */
    public record Position(
            String elementId, String type, long scope, long processInstance, long definition, int loopCounter) {

        /** The same place in another definition. */
        public Position in(long otherDefinition, String otherId) {
            return new Position(otherId, type, scope, processInstance, otherDefinition, loopCounter);
        }
    }

    /**
     * The tokens inside a scope.
     *
     * @param count tokens on their way or in an element, those that wait at a joining gateway included
     * @param arrived how many tokens have come over each sequence flow to a joining gateway and wait there
     * @param interruptedBy the start event of the event sub-process that has interrupted everything else here
     * @param generation grows when everything inside is ended at once: a token of an older one goes nowhere
     */
    public record Tokens(
            int count,
            Map<String, Integer> arrived,
            @Nullable String interruptedBy,
            int generation) {

        public static final Tokens NONE = new Tokens(0, Map.of(), null, 0);

        public Tokens plus(int more) {
            return new Tokens(count + more, arrived, interruptedBy, generation);
        }

        public Tokens arrived(String flow, int more) {
            var next = new HashMap<>(arrived);
            next.merge(flow, more, (old, change) -> old + change == 0 ? null : old + change);
            return new Tokens(count, Map.copyOf(next), interruptedBy, generation);
        }

        /** The same tokens in another definition of the scope. */
        public Tokens onto(Map<String, Integer> arrivedThere, @Nullable String interruptedByThere) {
            return new Tokens(count, Map.copyOf(arrivedThere), interruptedByThere, generation);
        }

        /** Everything that was inside is gone; {@code by} is the interrupting start event, or null for a terminate end event. */
        public Tokens cleared(@Nullable String by, int left) {
            return new Tokens(left, Map.of(), by == null ? interruptedBy : by, generation + 1);
        }
    }

    /**
     * Where a process instance comes from.
     *
     * @param parentInstance the process instance that called it, or 0
     * @param parentElement the call activity that called it, or 0
     * @param startEvent the start event it begins at; null for the one without a trigger
     * @param businessKey the correlation key of the message that started it: no second instance starts for it meanwhile
     */
    public record Origin(
            long parentInstance,
            long parentElement,
            @Nullable String startEvent,
            @Nullable String businessKey,
            List<String> tags) {}

    public String elementId() {
        return at.elementId();
    }

    public String type() {
        return at.type();
    }

    public long scope() {
        return at.scope();
    }

    public long processInstance() {
        return at.processInstance();
    }

    public long definition() {
        return at.definition();
    }

    public boolean isProcess() {
        return at.scope() == 0;
    }

    public boolean isInner() {
        return at.loopCounter() > 0;
    }

    public boolean isBody() {
        return at.type().equals("MULTI_INSTANCE_BODY");
    }

    public boolean isActive() {
        return endedAt == 0;
    }

    @Override
    public boolean isFinished() {
        return endedAt != 0;
    }

    /** It is at another element from now on, perhaps of another definition. */
    public ElementInstance with(Position next) {
        return new ElementInstance(
                key, next, startedAt, state, endedAt, incident, tokens, loop, origin, child, result, taken);
    }

    public ElementInstance with(State next) {
        return new ElementInstance(
                key, at, startedAt, next, endedAt, incident, tokens, loop, origin, child, result, taken);
    }

    public ElementInstance with(Tokens next) {
        return new ElementInstance(
                key, at, startedAt, state, endedAt, incident, next, loop, origin, child, result, taken);
    }

    public ElementInstance with(Loop next) {
        return new ElementInstance(
                key, at, startedAt, state, endedAt, incident, tokens, next, origin, child, result, taken);
    }

    public ElementInstance withIncident(long next) {
        return new ElementInstance(
                key, at, startedAt, state, endedAt, next, tokens, loop, origin, child, result, taken);
    }

    public ElementInstance withChild(long next) {
        return new ElementInstance(
                key, at, startedAt, state, endedAt, incident, tokens, loop, origin, next, result, taken);
    }

    public ElementInstance withResult(@Nullable Map<String, JsonValue> next) {
        return new ElementInstance(
                key, at, startedAt, state, endedAt, incident, tokens, loop, origin, child, next, taken);
    }

    /** It ended; what it remembered for its own course is forgotten. */
    public ElementInstance ended(State how, long when, List<String> flows) {
        return new ElementInstance(key, at, startedAt, how, when, 0, Tokens.NONE, null, origin, child, null, flows);
    }
}
