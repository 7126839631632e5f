package org.tandem.policy.states;

import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.ProcessModel;

/** One running process: started by itself, or called from a place of another one. */
public final class Frame implements Scoped {

    private final ProcessModel process;
    private final @Nullable Place caller;

    Frame(ProcessModel process, @Nullable Place caller) {
        this.process = process;
        this.caller = caller;
    }

    public ProcessModel process() {
        return process;
    }

    public @Nullable Place caller() {
        return caller;
    }

    @Override
    public @Nullable Scoped wider() {
        return null;
    }

    boolean runs(ProcessModel other) {
        return process.id().equals(other.id())
                || caller != null && caller.frame().runs(other);
    }
}
