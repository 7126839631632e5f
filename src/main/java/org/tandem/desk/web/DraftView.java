package org.tandem.desk.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Source;
import org.tandem.privacy.PersonalData;

/**
 * The latest draft of the AI, to be taken over into the form and changed there.
 *
 * @param version which draft of the case it is, from 1
 * @param caution why it has to be read with care, null unless it is older than what was said last
 */
record DraftView(
        int version,
        String text,
        String at,
        String atInWords,
        List<Source> sources,
        @Nullable String caution) {

    static Optional<DraftView> of(CaseFile file) {
        var drafts = file.attempts().stream()
                .filter(attempt -> attempt.draft() != null)
                .toList();
        return drafts.isEmpty() ? Optional.empty() : Optional.of(of(drafts.getLast(), drafts.size(), file));
    }

    private static DraftView of(AiAttempt attempt, int version, CaseFile file) {
        return new DraftView(
                version,
                PersonalData.maskForPeople(String.valueOf(attempt.draft())),
                attempt.at().toString(),
                CaseView.inWords(attempt.at()),
                attempt.sources().stream()
                        .filter(source -> source.link().startsWith("https://"))
                        .toList(),
                caution(attempt, file));
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
