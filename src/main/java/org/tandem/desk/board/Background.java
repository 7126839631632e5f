package org.tandem.desk.board;

import java.util.concurrent.atomic.AtomicBoolean;

/** Does something beside everything else, unless it is being done: what takes long must not keep waiting what is done by the clock. */
final class Background {

    private final String name;
    private final Runnable work;
    private final AtomicBoolean busy = new AtomicBoolean();

    Background(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    void start() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .name(name)
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::run);
        }
    }

    private void run() {
        try {
            work.run();
        } finally {
            busy.set(false);
        }
    }
}
