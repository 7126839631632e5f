package org.tandem.desk.levels;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which time a law gives for a complaint (FCA Handbook, DISP 1.5 and 1.6; Directive (EU) 2015/2366, Article 101). */
public enum ComplaintClock {
    NONE("none"),
    /** Payment services and electronic money: 15 business days, in exceptional circumstances 35 after a holding reply (DISP 1.6.2A). */
    PAYMENT_SERVICES("payment services"),
    /** In the European Union: the same days, without the shorter way for what is settled in three (Article 101(2)). */
    PAYMENT_SERVICES_EU("EU payment services"),
    /** Eight weeks (DISP 1.6.2). */
    OTHER("other complaints");

    private final String inTables;

    ComplaintClock(String inTables) {
        this.inTables = inTables;
    }

    /** As decision tables name it; a table from before these clocks names none. */
    public static ComplaintClock of(@Nullable String inTables) {
        return inTables == null
                ? NONE
                : Arrays.stream(values())
                        .filter(clock -> clock.inTables.equals(inTables))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException("The complaint clock \"%s\" is not known. These are: %s"
                                        .formatted(inTables, String.join(", ", inTables()))));
    }

    /** The names of all. */
    public static Set<String> inTables() {
        return Arrays.stream(values()).map(clock -> clock.inTables).collect(Collectors.toCollection(TreeSet::new));
    }
}
