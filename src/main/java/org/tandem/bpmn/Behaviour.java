package org.tandem.bpmn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.Expression;

/** What a flow node does when a token reaches it. */
public sealed interface Behaviour {

    /** Where a process, sub-process or event sub-process begins; without a trigger it begins by being called. */
    record Start(@Nullable Trigger trigger, boolean interrupting) implements Behaviour {}

    /** Does nothing but pass the token on (and its mappings). */
    record Pass() implements Behaviour {}

    record End() implements Behaviour {}

    /** Ends everything in its scope. */
    record Terminate() implements Behaviour {}

    record ThrowError(Expression code) implements Behaviour {}

    record ThrowEscalation(Expression code) implements Behaviour {}

    record ThrowSignal(Expression name) implements Behaviour {}

    /** Jumps to the link of the same name in the same scope. */
    record ThrowLink(String name) implements Behaviour {}

    record CatchLink(String name) implements Behaviour {}

    record Exclusive(@Nullable String defaultFlow) implements Behaviour {}

    record Inclusive(@Nullable String defaultFlow) implements Behaviour {}

    record Parallel() implements Behaviour {}

    /** Waits for the first of the events behind it. */
    record EventGateway() implements Behaviour {}

    /** A receive task or an intermediate event that waits. */
    record Catch(Trigger trigger) implements Behaviour {}

    record Boundary(String attachedTo, boolean interrupting, Trigger trigger) implements Behaviour {}

    /** Work for a job worker. */
    record Job(Expression type, Expression retries) implements Behaviour {}

    record Decide(
            @Nullable Expression decision,
            Binding binding,
            @Nullable String versionTag,
            String resultVariable) implements Behaviour {}

    record Script(Expression expression, String resultVariable) implements Behaviour {}

    /** Work for a person. */
    record UserTask(
            @Nullable Expression form,
            Binding binding,
            @Nullable String versionTag,
            Assignment assignment) implements Behaviour {

        /** What the policy looks at: assignment, dates and priority. */
        public List<Expression> attributes() {
            return assignment.attributes();
        }
    }

    record SubProcess(boolean triggeredByEvent) implements Behaviour {}

    record Call(
            @Nullable Expression process,
            Binding binding,
            @Nullable String versionTag,
            boolean bringsAll,
            boolean takesAll)
            implements Behaviour {}

    /** Something whose effect cannot be followed. */
    record Unknown(String what) implements Behaviour {}

    /** Which version of a form, decision or process is used. */
    enum Binding {
        DEPLOYMENT,
        LATEST,
        VERSION_TAG
    }

    /** Who gets a user task, by when and how urgent it is. */
    record Assignment(
            @Nullable Expression assignee,
            @Nullable Expression candidateGroups,
            @Nullable Expression candidateUsers,
            @Nullable Expression dueDate,
            @Nullable Expression followUpDate,
            @Nullable Expression priority,
            @Nullable Expression externalForm) {

        /** Whether it names neither somebody nor a group. */
        public boolean isForNobody() {
            return assignee == null && candidateGroups == null && candidateUsers == null;
        }

        List<Expression> attributes() {
            return java.util.stream.Stream.of(
                            assignee, candidateGroups, candidateUsers, dueDate, followUpDate, priority)
                    .flatMap(java.util.stream.Stream::ofNullable)
                    .toList();
        }
    }

    /** What an event waits for. */
    sealed interface Trigger {
        record Message(Expression name, @Nullable Expression correlationKey) implements Trigger {}

        record Timer(Kind kind, Expression when) implements Trigger {

            /** How the time is written: a moment, a span, or something that repeats. */
            public enum Kind {
                DATE,
                DURATION,
                CYCLE
            }
        }

        /** Without a code: every error. */
        record Error(@Nullable Expression code) implements Trigger {}

        /** Without a code: every escalation. */
        record Escalation(@Nullable Expression code) implements Trigger {}

        record Signal(Expression name) implements Trigger {}

        record Unknown(String what) implements Trigger {}
    }
}
