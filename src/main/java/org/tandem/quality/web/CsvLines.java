package org.tandem.quality.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.quality.numbers.CaseRow;
import org.tandem.quality.numbers.Count;
import org.tandem.quality.numbers.Durations;
import org.tandem.quality.numbers.Side;
import org.tandem.quality.numbers.Sides;

/** What is in the columns of the files. No text that a spreadsheet could take for a formula begins like one. */
final class CsvLines {

    static final Object[] CASE = {
        "case",
        "received",
        "topic",
        "topic_class",
        "route",
        "rule",
        "risk",
        "answered_by",
        "held_out",
        "automated",
        "first_response_seconds",
        "resolution_seconds",
        "settled",
        "reopened",
        "repeat_contact",
        "csat",
        "person_wait_seconds",
        "reason",
        "label",
        "audited_wrong",
        "handling_seconds",
        "ai_cost_minor",
        "human_cost_minor"
    };

    private static final Pattern LIKE_A_FORMULA = Pattern.compile("[=+\\-@\t\r\n].*", Pattern.DOTALL);
    private static final double HALF = 0.5;

    private CsvLines() {}

    static Object[] of(CaseRow row) {
        return new @Nullable Object[] {
            text(row.number()),
            row.receivedAt(),
            text(row.topic()),
            text(row.topicClass()),
            text(row.route()),
            text(row.rule()),
            row.risk(),
            row.answeredBy(),
            row.heldOut(),
            row.automated(),
            row.firstResponse(),
            row.resolution(),
            row.settled(),
            row.reopened(),
            row.repeatContact(),
            row.csat(),
            row.personWait(),
            text(row.reason()),
            row.label(),
            row.auditedWrong(),
            row.handling(),
            row.aiCost(),
            row.humanCost()
        };
    }

    static List<String> day() {
        return Stream.of(
                        Stream.of("day", "side"),
                        Stream.of(Count.values()).map(Count::key),
                        Stream.of(
                                "first_response_median_seconds",
                                "resolution_median_seconds",
                                "ai_cost_minor",
                                "human_cost_minor"))
                .flatMap(names -> names)
                .toList();
    }

    static List<Object[]> of(LocalDate day, Sides sides) {
        var lines = new ArrayList<Object[]>();
        for (var side : Side.values()) {
            var sums = sides.of(side);
            var line = new ArrayList<@Nullable Object>(List.of(day, side.key()));
            Stream.of(Count.values()).map(sums::count).forEach(line::add);
            line.add(median(sums.times().firstResponse()));
            line.add(median(sums.times().resolution()));
            line.add(sums.aiCost());
            line.add(sums.humanCost());
            lines.add(line.toArray());
        }
        return lines;
    }

    private static @Nullable Long median(Durations durations) {
        return durations.count() == 0 ? null : durations.percentile(HALF);
    }

    /** As OWASP has it: what could be a formula is made text by an apostrophe. */
    static @Nullable String text(@Nullable String value) {
        return value != null && LIKE_A_FORMULA.matcher(value).matches() ? "'" + value : value;
    }
}
