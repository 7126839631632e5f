package org.tandem.quality.rehearsal;

import java.io.PrintWriter;
import java.util.Locale;

/** A rehearsal for people to read. */
final class Printout {

    private final PrintWriter out;

    Printout(PrintWriter out) {
        this.out = out;
    }

    void print(Outcome outcome, Life.Plan plan) {
        line("%10s %11s %7s %11s %12s %7s", "inquiries", "automation", "wrong", "wrong up to", "handed over", "audits");
        for (var point : outcome.overTime()) {
            line(
                    "%10d %11.3f %7.3f %11.3f %12d %7d",
                    point.at(),
                    point.automation(),
                    point.wrong(),
                    point.wrongUpper(),
                    point.handedOver(),
                    point.audits());
        }
        line("");
        line(
                "Everything counts from the first inquiry on. \"Wrong up to\" is what the audits alone show, with"
                        + " confidence %s.",
                percent(plan.confidence()));
        line("");
        line("Answered automatically     %s", percent(outcome.automation()));
        line("  of those about a topic   %s, and right", percent(outcome.inScopeAnswered()));
        line("Wrong among the answers    %s, tolerated are %s", percent(outcome.wrong()), percent(plan.tolerance()));
        line(
                "  as the audits tell it    %s, at most %s",
                percent(outcome.wrongEstimate()), percent(outcome.wrongUpper()));
        line("Handed over to people      %d", outcome.handedOver());
        line("Audited answers            %d", outcome.audits());
        line(
                "The gate opened            %s",
                outcome.opened() == null
                        ? "never: what people labelled does not show that no more would be wrong"
                        : "after %d inquiries".formatted(outcome.opened()));
        outcome.shut().forEach(moment -> line("  shut                     %s", at(moment)));
        outcome.reopened().forEach(moment -> line("  reopened                 %s", at(moment)));
        outcome.promoted().forEach(at -> line("  a retrained model        after %d inquiries", at));
        out.flush();
    }

    private static String at(Outcome.Moment moment) {
        return "after %d inquiries, %s"
                .formatted(moment.at(), moment.topic() == null ? "all topics" : "the topic " + moment.topic());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
