package org.tandem.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a form has for days and moments. Beside those of form-js a field can have two custom properties: {@code earliest} and
 * {@code latest}, as durations from now such as {@code P1D} for tomorrow. For whoever is in a zone behind that of {@code now}
 * yesterday is not over yet.
 *
 * @param schema of a field {@code datetime}
 * @param now in the time whose days are meant
 */
record DateCheck(JsonNode schema, ZonedDateTime now) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("d MMMM yyyy HH:mm 'UTC'")
            .appendOffset("+HH:MM", "")
            .toFormatter(Locale.UK);

    /** What is wrong with the value, as the rest of a sentence about it. */
    Optional<String> wrong(String text) {
        try {
            return switch (schema.path("subtype").asText("")) {
                case "date" -> day(LocalDate.parse(text));
                case "datetime" -> moment(moment(text));
                default -> Optional.empty();
            };
        } catch (DateTimeException none) {
            return Optional.of(
                    schema.path("subtype").asText("").equals("date")
                            ? "is no day: one is written like 2026-11-30"
                            : "is no day with a time: one is written like 2026-11-30T10:15+01:00");
        }
    }

    private Optional<String> day(LocalDate day) {
        var today = now.toLocalDate();
        var earliest = rule("earliest").map(ahead -> today.plusDays(ahead.toDays()));
        if (earliest.isEmpty() && isInFuture()) {
            earliest = Optional.of(LocalDate.ofInstant(now.toInstant(), ZoneOffset.MIN));
        }
        var latest = rule("latest").map(ahead -> today.plusDays(ahead.toDays()));
        return outside(day, earliest.orElse(null), latest.orElse(null), DAY::format);
    }

    /** Whoever filled it in reads the time in the zone that they gave. */
    private Optional<String> moment(OffsetDateTime given) {
        var moment = given.toInstant();
        var at = now.toInstant();
        var earliest = rule("earliest").map(at::plus).or(() -> isInFuture() ? Optional.of(at) : Optional.empty());
        return outside(
                moment,
                earliest.orElse(null),
                rule("latest").map(at::plus).orElse(null),
                one -> MOMENT.format(one.atOffset(given.getOffset())));
    }

    private static <T extends Comparable<? super T>> Optional<String> outside(
            T given, @Nullable T earliest, @Nullable T latest, Function<T, String> words) {
        if (earliest != null && given.compareTo(earliest) < 0) {
            return Optional.of(
                    "can be %s at the earliest, not %s".formatted(words.apply(earliest), words.apply(given)));
        }
        return latest != null && given.compareTo(latest) > 0
                ? Optional.of("can be %s at the latest, not %s".formatted(words.apply(latest), words.apply(given)))
                : Optional.empty();
    }

    private boolean isInFuture() {
        return schema.path("disallowPassedDates").asBoolean(false);
    }

    private Optional<Duration> rule(String name) {
        return Optional.ofNullable(schema.path("properties").path(name).textValue())
                .map(Duration::parse);
    }

    /** With an offset from UTC, or without one in the zone of now. */
    private OffsetDateTime moment(String text) {
        return text.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})")
                ? OffsetDateTime.parse(text)
                : LocalDateTime.parse(text).atZone(now.getZone()).toOffsetDateTime();
    }
}
