package org.tandem.platform.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs the main method of the class named first, and ends this process as soon as its standard input ends. The parent holds the other
 * end of that pipe, so a child never outlives it, not even when the parent is killed.
 */
public final class Child {

    private Child() {}

    public static void main(String[] args) throws Throwable {
        var watch = new Thread(Child::endWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        var main = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // the parent says nothing, it is only there
            }
        } catch (IOException e) {
            // a broken pipe means the same as its end
        }
        var slow = new Thread(() -> haltAfter(15_000), "halt");
        slow.setDaemon(true);
        slow.start();
        System.exit(0);
    }

    private static void haltAfter(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
