package org.tandem.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task for a person.
 *
 * @param name what there is to do
 * @param process the name of its process
 * @param assignee who has it
 * @param groups the groups whose members may take it, which are queues
 * @param users who may take it beside them
 * @param priority from 0 to 100
 * @param formKey the form it is done with
 */
public record Task(
        long key,
        String name,
        String process,
        long processInstance,
        Status status,
        @Nullable String assignee,
        List<String> groups,
        List<String> users,
        int priority,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Long formKey,
        Subject subject) {

    public Task {
        groups = List.copyOf(groups);
        users = List.copyOf(users);
    }

    /** Whether there is something left to do. */
    public enum Status {
        OPEN,
        COMPLETED,
        CANCELLED
    }

    /**
     * What it is about, as far as the process says it.
     *
     * @param topic the id of the topic in the knowledge
     * @param notFor who must not do it: it is about their own work, or to be done by another than before
     * @param skills what whoever does it needs, as routing says; null where no routing does
     * @param language of the customer, a code of ISO 639
     * @param previousAgent who answered this customer before
     */
    public record Subject(
            @Nullable String inquiryId,
            @Nullable String number,
            @Nullable String topic,
            @Nullable String handOverReason,
            Set<String> notFor,
            @Nullable List<String> skills,
            @Nullable String language,
            @Nullable String previousAgent) {

        public Subject {
            notFor = Set.copyOf(notFor);
            skills = skills == null ? null : List.copyOf(skills);
        }

        public Subject(
                @Nullable String inquiryId,
                @Nullable String number,
                @Nullable String topic,
                @Nullable String handOverReason,
                @Nullable String notFor) {
            this(
                    inquiryId,
                    number,
                    topic,
                    handOverReason,
                    notFor == null ? Set.of() : Set.of(notFor),
                    null,
                    null,
                    null);
        }

        public Subject(
                @Nullable String inquiryId,
                @Nullable String number,
                @Nullable String topic,
                @Nullable String handOverReason) {
            this(inquiryId, number, topic, handOverReason, null);
        }

        public static final Subject UNKNOWN = new Subject(null, null, null, null);
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Whether a customer waits for it; other tasks are about something that was said or done in a case. */
    public boolean isToAnswer() {
        return subject.handOverReason() != null;
    }

    public boolean isWith(String who) {
        return who.equals(assignee);
    }

    boolean isBarredFor(String who) {
        return isOpen() && subject.notFor().contains(who);
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && dueAt != null && !dueAt.isAfter(now);
    }

    public Task about(Subject what) {
        return new Task(
                key,
                name,
                process,
                processInstance,
                status,
                assignee,
                groups,
                users,
                priority,
                createdAt,
                dueAt,
                formKey,
                what);
    }

    Task as(Status newStatus, @Nullable String newAssignee) {
        return new Task(
                key,
                name,
                process,
                processInstance,
                newStatus,
                newAssignee,
                groups,
                users,
                priority,
                createdAt,
                dueAt,
                formKey,
                subject);
    }
}
