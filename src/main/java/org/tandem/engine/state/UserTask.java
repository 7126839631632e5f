package org.tandem.engine.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work for a person.
 *
 * @param dueDate ISO 8601 date and time with offset
 * @param followUpDate ISO 8601 date and time with offset
 * @param priority 0 to 100
 * @param form key of the form definition, or 0
 */
public record UserTask(
        long key,
        long element,
        long processInstance,
        State state,
        @Nullable String assignee,
        List<String> candidateGroups,
        List<String> candidateUsers,
        @Nullable String dueDate,
        @Nullable String followUpDate,
        int priority,
        long form,
        @Nullable String externalForm,
        Map<String, String> headers,
        long createdAt,
        long endedAt)
        implements Entity {

    public static final int USUAL_PRIORITY = 50;

    public enum State {
        CREATED,
        COMPLETED,
        CANCELED
    }

    @Override
    public boolean isFinished() {
        return endedAt != 0;
    }

    public UserTask assignedTo(@Nullable String who) {
        return new UserTask(
                key,
                element,
                processInstance,
                state,
                who,
                candidateGroups,
                candidateUsers,
                dueDate,
                followUpDate,
                priority,
                form,
                externalForm,
                headers,
                createdAt,
                endedAt);
    }

    public UserTask updated(
            List<String> groups, List<String> users, @Nullable String due, @Nullable String followUp, int urgency) {
        return new UserTask(
                key,
                element,
                processInstance,
                state,
                assignee,
                groups,
                users,
                due,
                followUp,
                urgency,
                form,
                externalForm,
                headers,
                createdAt,
                endedAt);
    }

    public UserTask ended(State how, long at) {
        return new UserTask(
                key,
                element,
                processInstance,
                how,
                assignee,
                candidateGroups,
                candidateUsers,
                dueDate,
                followUpDate,
                priority,
                form,
                externalForm,
                headers,
                createdAt,
                at);
    }
}
