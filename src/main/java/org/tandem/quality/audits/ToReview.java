package org.tandem.quality.audits;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Message;
import org.tandem.privacy.PersonalData;

/**
 * What a reviewer gets to see of an answer, with personal data masked.
 *
 * @param number of the case
 * @param round 1, or 2 for the second reviewer
 * @param notFor who must not review it: whoever did in the first round, and the person whose answer it is
 * @param topicId of what it is about, null if of none
 * @param topic its title, null if there is none or it is not known
 * @param question what the customer wrote, and between it what was answered before
 */
public record ToReview(
        String number,
        int round,
        List<String> notFor,
        boolean byPerson,
        @Nullable String topicId,
        @Nullable String topic,
        String question,
        String answer,
        String sources) {

    public ToReview {
        notFor = List.copyOf(notFor);
    }

    /** @param answer one of the messages of the case */
    static ToReview of(Auditable audit, CaseFile file, Message answer, int round, List<String> notFor) {
        var before = file.messages().subList(0, file.messages().indexOf(answer));
        return new ToReview(
                file.number(),
                round,
                notFor,
                audit.isByPerson(),
                audit.topic(),
                file.attempts().stream()
                        .filter(made -> made.topic() != null && made.topic().equals(audit.topic()))
                        .map(AiAttempt::topicTitle)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                before.stream()
                        .filter(message -> message.author() != Author.SYSTEM)
                        .map(message -> (message.author() == Author.CUSTOMER ? "" : "We answered: ")
                                + PersonalData.maskForPeople(message.text()))
                        .collect(Collectors.joining("\n\n")),
                PersonalData.maskForPeople(answer.text()),
                answer.sources().stream()
                        .map(source -> "- %s (%s)".formatted(source.title(), source.link()))
                        .collect(Collectors.joining("\n")));
    }
}
