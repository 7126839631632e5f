package org.tandem.quality.web;

import org.jspecify.annotations.Nullable;
import org.tandem.quality.audits.AuditList.Item;

/** A review in a file for spreadsheets. No text that one of those could take for a formula begins like one. */
final class AuditLine {

    static final Object[] HEADER = {
        "case",
        "topic",
        "topic_class",
        "risk",
        "model",
        "answered_by",
        "answered",
        "requested",
        "chance",
        "drawn",
        "equal_chance",
        "rated_low",
        "round",
        "reviewer",
        "reviewed",
        "right",
        "polite",
        "complete",
        "person_needed",
        "corrected",
        "note"
    };

    private AuditLine() {}

    static Object[] of(Item item) {
        var said = item.said();
        var review = said == null ? null : said.review();
        return new @Nullable Object[] {
            CsvLines.text(item.number()),
            CsvLines.text(item.topic()),
            CsvLines.text(item.topicClass()),
            item.risk(),
            CsvLines.text(item.modelVersion()),
            item.answeredBy(),
            item.answeredAt(),
            item.requestedAt(),
            item.chance(),
            item.drawn(),
            item.equalChance(),
            item.ratedLow(),
            said == null ? null : said.round(),
            said == null ? null : CsvLines.text(said.reviewer()),
            said == null ? null : said.at(),
            review == null ? null : review.right(),
            review == null ? null : review.polite(),
            review == null ? null : review.complete(),
            review == null ? null : review.personNeeded(),
            review == null ? null : review.correction(),
            review == null ? null : CsvLines.text(review.note())
        };
    }
}
