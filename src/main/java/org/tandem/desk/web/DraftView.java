package org.tandem.desk.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Moments;
import org.tandem.inquiry.Source;
import org.tandem.privacy.PersonalData;

/**
 * The latest draft of the AI, to be taken over into the form and changed there.
 *
 * @param version which draft of the case it is, from 1
 * @param caution why it has to be read with care, null unless it is older than what was said last
 * @param retired whether the customer has had an answer since, so that it is only to be read
 */
record DraftView(
        int version,
        String text,
        String at,
        String atInWords,
        List<Source> sources,
        @Nullable String caution,
        boolean retired) {

    static Optional<DraftView> of(CaseFile file, ZoneId zone) {
        var drafts = file.attempts().stream()
                .filter(attempt -> attempt.draft() != null)
                .toList();
        return drafts.isEmpty() ? Optional.empty() : Optional.of(of(drafts.getLast(), drafts.size(), file, zone));
    }

    private static DraftView of(AiAttempt attempt, int version, CaseFile file, ZoneId zone) {
        return new DraftView(
                version,
                PersonalData.maskForPeople(String.valueOf(attempt.draft())),
                attempt.at().toString(),
                Moments.shortly(attempt.at(), zone),
                attempt.sources().stream()
                        .filter(source -> source.link().startsWith("https://"))
                        .toList(),
                caution(attempt, file),
                attempt.isRetiredBy(file.messages()));
    }

    private static @Nullable String caution(AiAttempt attempt, CaseFile file) {
        if (attempt.isRetiredBy(file.messages())) {
            return "This draft is retired: the customer has had an answer since it was made.";
        }
        var written = file.messages().stream()
                .filter(message -> message.author() == Author.CUSTOMER)
                .count();
        return written > attempt.customerMessages()
                ? "This draft is older than the last message: the customer has written since it was made."
                : null;
    }
}
