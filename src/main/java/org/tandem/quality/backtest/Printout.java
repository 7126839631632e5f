package org.tandem.quality.backtest;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A comparison for people to read. */
final class Printout {

    private final PrintWriter out;

    Printout(PrintWriter out) {
        this.out = out;
    }

    void print(Comparison comparison) {
        line("%-34s %20s %20s", "%d decisions".formatted(comparison.decisions()), "as decided", "what if");
        sides("answered by the AI", comparison, side -> "%d".formatted(side.answered()));
        sides("  of all", comparison, side -> percent(side.automation()));
        sides("wrong answers, expected", comparison, side -> number(side.wrong().expected()));
        sides(
                "  in 95 of 100 cases from ... to",
                comparison,
                side -> "%s ... %s"
                        .formatted(
                                number(side.wrong().low()), number(side.wrong().high())));
        sides("  of the answers", comparison, side -> share(side.wrong().expected(), side.answered()));
        sides(
                "  known outright",
                comparison,
                side -> "%d".formatted(side.wrong().known()));
        sides(
                "  by audits (drawn)",
                comparison,
                side -> "%d (%d)"
                        .formatted(side.wrong().byAudits(), side.wrong().audits()));
        sides(
                "  by the stated risk alone",
                comparison,
                side -> "%d".formatted(side.wrong().byRisk()));
        sides("for people", comparison, side -> "%d".formatted(side.toPeople()));
        sides("  hours", comparison, side -> hours(side.hours()));
        line("");
        explain(comparison);
        for (var move : comparison.moves()) {
            line(
                    "%7d  %s -> %s, such as %s",
                    move.cases(), words(move.from()), words(move.to()), String.join(", ", move.examples()));
        }
        out.flush();
    }

    private void explain(Comparison comparison) {
        if (comparison.handlingMinutes() != null) {
            line(
                    "Hours are at %s min an inquiry, the median from the hand-over to the answer.",
                    number(comparison.handlingMinutes()));
        }
        if (comparison.rereading() != null) {
            line(
                    "%d were read again, %d could not be and stay as they were.",
                    comparison.rereading().reread(), comparison.rereading().unread());
        }
        if (comparison.unanswered() > 0) {
            line("No rule says who answers in %d cases; they are counted as a person's.", comparison.unanswered());
        }
        line(comparison.moves().isEmpty() ? "Nothing would move." : "What would move:");
    }

    private void sides(String what, Comparison comparison, Function<Side.Total, String> figure) {
        line("%-34s %20s %20s", what, figure.apply(comparison.decided()), figure.apply(comparison.whatIf()));
    }

    private static String words(Route route) {
        return "%s (%s)".formatted(route.route(), route.rule());
    }

    private static String hours(@Nullable Double hours) {
        return hours == null ? "not known" : number(hours);
    }

    private static String share(double part, int all) {
        return all == 0 ? "-" : percent(part / all);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
