package org.tandem.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in a run, each list in the order in which it happened.
 *
 * @param flows the ids of the sequence flows taken
 * @param callers the runs above it, the outermost first
 * @param called the runs that it called
 * @param looks who was shown the customer's phone number for a task of it
 */
public record Trail(
        Listed<Step> steps,
        List<Count> counts,
        List<String> flows,
        Listed<Value> values,
        Listed<Evaluation> decisions,
        Listed<Work> work,
        Listed<Trouble> troubles,
        List<Caller> callers,
        Listed<Run> called,
        List<Look> looks) {

    /** As much of a list as is looked at, and how long it is. */
    public record Listed<T>(List<T> items, long total) {

        public Listed {
            items = List.copyOf(items);
        }

        public boolean isCut() {
            return total > items.size();
        }
    }

    /** An element of the model that was entered. */
    public record Step(
            long key,
            String element,
            String name,
            String type,
            RunState state,
            boolean hasIncident,
            Instant started,
            @Nullable Instant ended) {}

    /** How often an element was passed, and how often it is where the run stands. */
    public record Count(String element, long active, long completed, long canceled, long incidents) {}

    /**
     * A variable.
     *
     * @param json its value, maybe cut
     * @param scope the run or the step that it belongs to
     */
    public record Value(String name, String json, boolean isCut, long scope) {}

    /**
     * A decision that was made.
     *
     * @param definition the key of the version that decided
     * @param failure why it could not be made, or null
     */
    public record Evaluation(
            String key,
            String decision,
            String name,
            int version,
            long definition,
            boolean isTable,
            @Nullable Long step,
            Instant at,
            @Nullable String failure,
            String result,
            List<Fact> inputs,
            List<Rule> rules) {}

    /** What a decision looked at or said; the value is JSON. */
    public record Fact(String name, String json) {}

    /** A row that matched, counted from 1, with what it says. */
    public record Rule(String id, int row, List<Fact> outputs) {}

    /** A task of a person. */
    public record Work(
            long key,
            String name,
            WorkState state,
            @Nullable String assignee,
            List<String> groups,
            Instant created,
            @Nullable Instant ended,
            @Nullable Instant due,
            int priority) {}

    /** Somebody of the staff was shown the customer's phone number. */
    public record Look(long task, String who, Instant at) {}

    /** How a task of a person stands. */
    public enum WorkState {
        OPEN("open"),
        COMPLETED("completed"),
        CANCELED("no longer needed"),
        CHANGING("being changed");

        private final String label;

        WorkState(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** An incident: what stopped a step. */
    public record Trouble(long key, String type, String message, String element, Instant at, boolean isOpen) {}

    /** A run above this one. */
    public record Caller(long key, String name) {}
}
