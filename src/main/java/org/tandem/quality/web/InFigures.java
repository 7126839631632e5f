package org.tandem.quality.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.tandem.quality.statistics.Interval;

/** Numbers as people read them. */
final class InFigures {

    static final String NONE = "–";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final int FEW = 10;

    private InFigures() {}

    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ENGLISH, "%.1f %%", share * 100);
    }

    /** Of shares: how much greater one is, in points of a percent. */
    static String points(double difference) {
        return String.format(Locale.ENGLISH, "%+.1f", difference * 100);
    }

    static String points(Interval interval) {
        return "%s to %s".formatted(points(interval.lower()), points(interval.upper()));
    }

    static String range(Interval interval) {
        return String.format(Locale.ENGLISH, "%.1f to %.1f %%", interval.lower() * 100, interval.upper() * 100);
    }

    static String decimal(double number) {
        return Double.isNaN(number) ? NONE : String.format(Locale.ENGLISH, "%.2f", number);
    }

    /** Without the zone, which is UTC. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** The two most telling units. */
    static String time(long seconds) {
        if (seconds >= DAY) {
            return two(seconds, DAY, "d", HOUR, "h");
        }
        if (seconds >= HOUR) {
            return two(seconds, HOUR, "h", MINUTE, "min");
        }
        return seconds >= FEW * MINUTE || (seconds >= MINUTE && seconds % MINUTE == 0)
                ? seconds / MINUTE + " min"
                : seconds >= MINUTE ? two(seconds, MINUTE, "min", 1, "s") : seconds + " s";
    }

    private static String two(long seconds, long unit, String name, long smaller, String smallerName) {
        long rest = seconds % unit / smaller;
        return rest == 0
                ? "%d %s".formatted(seconds / unit, name)
                : "%d %s %d %s".formatted(seconds / unit, name, rest, smallerName);
    }

    /** @param minor in the currency's minor unit */
    static String money(BigDecimal minor, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        var amount = minor.movePointLeft(digits).setScale(digits, RoundingMode.HALF_UP);
        var small = amount.signum() == 0 && minor.signum() > 0;
        return small
                ? "under %s %s"
                        .formatted(BigDecimal.ONE.movePointLeft(digits).toPlainString(), currency.getCurrencyCode())
                : "%s %s"
                        .formatted(
                                String.format(Locale.ENGLISH, "%,." + digits + "f", amount),
                                currency.getCurrencyCode());
    }
}
