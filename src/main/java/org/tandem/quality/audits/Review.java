package org.tandem.quality.audits;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.privacy.PersonalData;

/**
 * What a reviewer says of an answer.
 *
 * @param personNeeded whether a person should have answered; never of a person's answer
 * @param correction whether a person is to put it right with the customer; only of an answer that is not right
 * @param note what was wrong, without personal data; null if nothing was
 * @param topic what the customer asked about, where an answer of the AI is not right: the id of a topic, empty for none of them; null if
 *     not said
 */
public record Review(
        boolean right,
        boolean polite,
        boolean complete,
        boolean personNeeded,
        boolean correction,
        @Nullable String note,
        @Nullable String topic) {

    private static final int LONGEST_NOTE = 4_000;

    public Review {
        correction &= !right;
        topic = right ? null : topic;
        note = note == null || note.isBlank() ? null : PersonalData.mask(note.strip());
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("\"What was wrong or missing?\" can have up to %,d characters, not %,d"
                    .formatted(LONGEST_NOTE, note.length()));
        }
    }

    public Review(
            boolean right,
            boolean polite,
            boolean complete,
            boolean personNeeded,
            boolean correction,
            @Nullable String note) {
        this(right, polite, complete, personNeeded, correction, note, null);
    }

    /** Without what is only asked of the AI's answers, and teaches it. */
    Review ofPerson() {
        return new Review(right, polite, complete, false, correction, note);
    }

    public String inWords() {
        var flaws = Stream.of(
                        right ? "" : "wrong",
                        complete ? "" : "incomplete",
                        polite ? "" : "impolite",
                        personNeeded ? "one for a person" : "",
                        correction ? "passed to a person to put right" : "")
                .filter(flaw -> !flaw.isEmpty())
                .collect(Collectors.joining(", "));
        return flaws.isEmpty() ? "Right" : flaws.substring(0, 1).toUpperCase(Locale.ROOT) + flaws.substring(1);
    }

    /** Without what people wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "Review[right=%s, polite=%s, complete=%s, personNeeded=%s]"
                .formatted(right, polite, complete, personNeeded);
    }
}
