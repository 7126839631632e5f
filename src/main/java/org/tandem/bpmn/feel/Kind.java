package org.tandem.bpmn.feel;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of values that FEEL has. */
enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    DATE,
    TIME,
    DATE_TIME,
    DURATION,
    LIST,
    CONTEXT,
    FUNCTION,
    NULL;

    static final Set<Kind> ALL = Set.copyOf(EnumSet.allOf(Kind.class));

    static Set<Kind> of(@Nullable Object value) {
        return switch (value) {
            case null -> Set.of(NULL);
            case String text -> Set.of(TEXT);
            case Number number -> Set.of(NUMBER);
            case Boolean truth -> Set.of(TRUTH);
            case LocalDate date -> Set.of(DATE);
            case LocalTime time -> Set.of(TIME);
            case OffsetTime time -> Set.of(TIME);
            case LocalDateTime date -> Set.of(DATE_TIME);
            case ZonedDateTime date -> Set.of(DATE_TIME);
            case Duration duration -> Set.of(DURATION);
            case Period period -> Set.of(DURATION);
            case List<?> items -> Set.of(LIST);
            case Map<?, ?> fields -> Set.of(CONTEXT);
            default -> ALL;
        };
    }
}
