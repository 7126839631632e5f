package org.tandem.quality.web;

import org.jspecify.annotations.Nullable;
import org.tandem.quality.numbers.CaseRow;

/** A case as a row of the list. */
record CaseLine(
        String number,
        String received,
        String receivedAt,
        String topic,
        String by,
        String firstResponse,
        String resolution,
        String rating,
        String outcome,
        String reason) {

    static CaseLine of(CaseRow row) {
        return new CaseLine(
                row.number(),
                InFigures.moment(row.receivedAt()),
                row.receivedAt().toString(),
                row.topic(),
                by(row),
                time(row.firstResponse()),
                time(row.resolution()),
                row.csat() == null ? InFigures.NONE : row.csat().toString(),
                outcome(row),
                row.reason() == null ? InFigures.NONE : Reasons.inWords(row.reason()));
    }

    private static String by(CaseRow row) {
        return switch (row.answeredBy()) {
            case "AI" -> row.automated() ? "AI" : "AI, then a person was needed";
            case "PERSON" -> row.heldOut() ? "a person, held out" : "a person";
            default -> "nobody yet";
        };
    }

    private static String outcome(CaseRow row) {
        var back = row.repeatContact() ? "asked again" : row.reopened() ? "reopened" : "";
        var known = switch (row.label()) {
            case "RIGHT" -> "right";
            case "WRONG" -> "wrong";
            default -> "";
        };
        var both = known.isEmpty() || back.isEmpty() ? known + back : known + ", " + back;
        return both.isEmpty() ? InFigures.NONE : both;
    }

    private static String time(@Nullable Long seconds) {
        return seconds == null ? InFigures.NONE : InFigures.time(seconds);
    }
}
