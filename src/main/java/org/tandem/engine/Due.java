package org.tandem.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.engine.core.Command;
import org.tandem.engine.core.Core;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Timer;

/** What happens by itself when its time has come, each a command of its own, so that one that fails does not hold up the others. */
final class Due {

    private static final Logger log = LoggerFactory.getLogger(Due.class);

    private final State state;
    private final Set<Long> broken = new HashSet<>();

    Due(State state) {
        this.state = state;
    }

    /** The next thing that is due, or nothing. */
    @Nullable
    Command<?> next(long now) {
        var timer = timer(now);
        if (timer != null) {
            return guarded(timer.key(), core -> core.timers().fire(timer.key()));
        }
        var job = state.dueJob(now);
        if (job != null) {
            return does(core -> core.jobs().due(job.key()));
        }
        var message = state.dueMessage(now);
        return message == null ? null : does(core -> core.timers().expire(message.key()));
    }

    private @Nullable Timer timer(long now) {
        var timer = state.dueTimer(now, Long.MIN_VALUE, 0);
        while (timer != null && broken.contains(timer.key())) {
            timer = state.dueTimer(now, timer.due(), timer.key());
        }
        return timer;
    }

    private Command<?> guarded(long timer, Consumer<Core> what) {
        return core -> {
            broken.add(timer);
            what.accept(core);
            broken.remove(timer);
            return true;
        };
    }

    private static Command<?> does(Consumer<Core> what) {
        return core -> {
            what.accept(core);
            return true;
        };
    }

    void failed(Throwable failure) {
        log.error("Something that was due could not be done; it is left alone until the engine starts again", failure);
    }

    /** Until when nothing will happen by itself. */
    long nextDate() {
        return state.nextDue();
    }

    boolean hasBroken() {
        return !broken.isEmpty();
    }
}
