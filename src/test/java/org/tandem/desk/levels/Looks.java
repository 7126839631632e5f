package org.tandem.desk.levels;

import org.springframework.context.ApplicationContext;

/** Makes Tandem look which deadlines have passed, as it does each minute. */
public final class Looks {

    private Looks() {}

    public static void now(ApplicationContext application) {
        application.getBean(Overdue.class).look();
    }
}
