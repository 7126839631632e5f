package org.tandem.quality.audits;

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
 * @param before who reviewed it in the first round, and therefore does not in the second; null in the first
 * @param topicId of what it was taken for, null if of none
 * @param topic its title
 */
public record ToReview(
        String number,
        int round,
        @Nullable String before,
        @Nullable String topicId,
        @Nullable String topic,
        String question,
        String answer,
        String sources) {

    /** @param answer one of the messages of the case */
    static ToReview of(CaseFile file, Message answer, String conversationKey, int round, @Nullable String before) {
        var attempt = file.attempts().stream()
                .filter(made -> made.conversationKey().equals(conversationKey))
                .findFirst();
        return new ToReview(
                file.number(),
                round,
                before,
                attempt.map(AiAttempt::topic).orElse(null),
                attempt.map(AiAttempt::topicTitle).orElse(null),
                file.messages().subList(0, file.messages().indexOf(answer)).stream()
                        .filter(message -> message.author() == Author.CUSTOMER)
                        .map(message -> PersonalData.maskForPeople(message.text()))
                        .collect(Collectors.joining("\n\n")),
                PersonalData.maskForPeople(answer.text()),
                answer.sources().stream()
                        .map(source -> "- %s (%s)".formatted(source.title(), source.link()))
                        .collect(Collectors.joining("\n")));
    }
}
