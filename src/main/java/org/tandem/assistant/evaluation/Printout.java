package org.tandem.assistant.evaluation;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An evaluation for people to read. */
final class Printout {

    private final PrintWriter out;

    Printout(PrintWriter out) {
        this.out = out;
    }

    void print(Report report, HandledCases.Told handled, double risk, double confidence) {
        line(
                "Trained on %d inquiries of %d categories in %.1f s",
                report.train().examples(),
                report.train().categories(),
                report.train().seconds());
        line("");
        line("Accuracy                 %.3f", report.accuracy());
        line("AURC                     %.4f", report.aurc());
        line("ECE                      %.3f", report.ece());
        point("Naive threshold, aimed at %s".formatted(percent(1 - risk)), report.naive());
        point(
                "Guaranteed threshold, %s with confidence %s".formatted(percent(1 - risk), percent(confidence)),
                report.guaranteed());
        var basis = report.promise().basis();
        line("  %s.", basis.inWords("inquiries of --train", "--out-of-scope-share"));
        line("  Of your handled cases: %s.", handled.inWords());
        var share = handled.share();
        if (share != null && share.high() > report.promise().outOfScopeShare()) {
            line(
                    "  It may be more than is assumed here, and then more answers are wrong than promised: try --out-of-scope-share %.2f.",
                    Math.ceil(100 * share.high()) / 100);
        }
        line(
                "  The promise is about inquiries like these. If they are not your own customers': %s.",
                basis.missingInWords());
        if (report.outOfScope() != null) {
            line("Out of scope: AUROC      %.3f", report.outOfScope().auroc());
        }
        line(
                "One inquiry, one thread  p50 %.1f ms, p99 %.1f ms",
                report.latency().p50Ms(), report.latency().p99Ms());
        line("Model                    %.0f MB", report.model().megabytes());
        line("");
        line("%-48s %9s %9s %9s %9s", "Category", "inquiries", "accuracy", "coverage", "precision");
        for (var topic : report.topics()) {
            line(
                    "%-48s %9d %9.3f %9.3f %9s",
                    topic.category(), topic.inquiries(), topic.accuracy(), topic.coverage(), figure(topic.precision()));
        }
        line("");
        line("Most confident mistakes");
        for (var mistake : report.mistakes()) {
            line(
                    "  risk %.4f  %s instead of %s: %s",
                    mistake.risk(), mistake.predicted(), mistake.category(), mistake.text());
        }
        out.flush();
    }

    private void point(String name, Report.OperatingPoint point) {
        line("");
        line("%s", name);
        if (point.threshold() == null) {
            line("  answers nothing: %s", String.valueOf(point.note()));
            return;
        }
        line("  risk up to             %.4f", point.threshold());
        line("  coverage               %.3f", point.coverage());
        line("  precision              %s", figure(point.precision()));
        if (point.outOfScopeAnswered() != null) {
            line("  out of scope answered  %.3f", point.outOfScopeAnswered());
        }
    }

    private static String figure(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.3f", share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.4g %%", 100 * share);
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
