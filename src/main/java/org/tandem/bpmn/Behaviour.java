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

    record Exclusive(@Nullable String defaultFlow) implements Behaviour {}

    record Parallel() implements Behaviour {}

    /** Waits for the first of the events behind it. */
    record EventGateway() implements Behaviour {}

    /** A receive task or an intermediate event that waits. */
    record Catch(Trigger trigger) implements Behaviour {}

    record Boundary(String attachedTo, boolean interrupting, Trigger trigger) implements Behaviour {}

    /** Work for a job worker. */
    record Job(Expression type) implements Behaviour {}

    record Decide(@Nullable Expression decision, Binding binding, String resultVariable) implements Behaviour {}

    record Script(Expression expression, String resultVariable) implements Behaviour {}

    /** Work for a person; {@code attributes} are assignment, dates and priority. */
    record UserTask(@Nullable Expression form, Binding binding, List<Expression> attributes) implements Behaviour {}

    record SubProcess(boolean triggeredByEvent) implements Behaviour {}

    record Call(@Nullable Expression process, Binding binding, boolean bringsAll, boolean takesAll)
            implements Behaviour {}

    /** Something whose effect cannot be followed. */
    record Unknown(String what) implements Behaviour {}

    /** Which version of a form, decision or process is used. */
    enum Binding {
        DEPLOYMENT,
        LATEST,
        VERSION_TAG
    }

    /** What an event waits for. */
    sealed interface Trigger {
        record Message(Expression name, @Nullable Expression correlationKey) implements Trigger {}

        record Timer(Expression when) implements Trigger {}

        /** Without a code: every error. */
        record Error(@Nullable Expression code) implements Trigger {}

        record Unknown(String what) implements Trigger {}
    }
}
