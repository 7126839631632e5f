package org.tandem.platform.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Runs another main class for as long as the parent holds the other end of standard input. The pipe ends when the parent
 * closes it or dies, even by kill -9, and then this process ends too: in order, or after a time limit by force.
 */
public final class ChildMain {
    private static final int EXIT_LIMIT_SECONDS = 20;

    private ChildMain() {}

    /** The first argument names the main class to run, the others are its arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        leaveInterruptsToTheParent();
        daemon("parent-watch", ChildMain::exitWithTheParent);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException failed) {
            failed.getTargetException().printStackTrace();
            System.exit(1);
        }
    }

    /** Ctrl-C reaches the whole process group; the parent stops its children in the right order. */
    private static void leaveInterruptsToTheParent() {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
    }

    private static void exitWithTheParent() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException brokenPipe) {
            System.err.println("The pipe to the parent broke: " + brokenPipe.getMessage());
        }
        daemon("exit-limit", ChildMain::haltAfterTheLimit);
        System.exit(0);
    }

    private static void haltAfterTheLimit() {
        try {
            Thread.sleep(EXIT_LIMIT_SECONDS * 1000L);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
