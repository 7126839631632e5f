package org.tandem.engine.state;

import org.jspecify.annotations.Nullable;

/** History: from this moment on somebody (or nobody, null) was the assignee of a user task. */
public record Assignment(
        long key,
        long userTask,
        long processInstance,
        @Nullable String assignee,
        long at) implements Entity {

    @Override
    public boolean isFinished() {
        return true;
    }
}
