package org.tandem.platform;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the user how far the start is: one line that is written over on a terminal, now and then a line otherwise. */
final class Progress {
    private static final Logger log = LoggerFactory.getLogger(Progress.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final int WIDTH = 78;

    private final boolean terminal;
    private long lastLine;
    private boolean open;

    Progress() {
        this(isTerminal());
    }

    Progress(boolean terminal) {
        this.terminal = terminal;
    }

    /** A state that the next one replaces. */
    synchronized void show(String state) {
        if (terminal) {
            System.out.printf("\r%-" + WIDTH + "s", state);
            System.out.flush();
            open = true;
        } else if (System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
            log.info(state);
            lastLine = System.nanoTime();
        }
    }

    /** A line that stays. */
    synchronized void say(String line) {
        if (open) {
            System.out.printf("\r%-" + WIDTH + "s\r", "");
            System.out.flush();
            open = false;
        }
        log.info(line);
        lastLine = System.nanoTime();
    }

    /** Since JDK 22 there may be a console without a terminal. */
    private static boolean isTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
