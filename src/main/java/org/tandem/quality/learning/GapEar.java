package org.tandem.quality.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryEvent.AnsweredByPerson;
import org.tandem.inquiry.Message;
import org.tandem.quality.hearing.Ear;

/**
 * Notes what people answer and the AI could not: the agent says that it is about none of our topics or, where agents say nothing, the gate
 * found no topic or was not sure of it. Who only wanted a person tells nothing about the knowledge.
 */
@Component
class GapEar implements Ear {

    private static final int LONGEST_ANSWER = 20_000;
    private static final Set<String> UNSURE =
            Set.of("too-risky", "too-risky-with-draft", "unknown-topic", "unknown-topic-with-draft");

    private final UnansweredInquiries unanswered;
    private final Inquiries inquiries;

    GapEar(UnansweredInquiries unanswered, Inquiries inquiries) {
        this.unanswered = unanswered;
        this.inquiries = inquiries;
    }

    @Override
    public void hear(InquiryEvent event) {
        if (event instanceof AnsweredByPerson answered) {
            var file = inquiries.get(answered.inquiryId());
            if (isGap(answered, file)) {
                note(answered, file);
            }
        }
    }

    private static boolean isGap(AnsweredByPerson answered, CaseFile file) {
        return answered.topic() == null
                ? !file.decisions().isEmpty()
                        && UNSURE.contains(file.decisions().getLast().rule())
                : answered.topic().isEmpty();
    }

    private void note(AnsweredByPerson answered, CaseFile file) {
        var asked = ExampleEar.asked(file);
        var answer = file.messages().stream()
                .filter(message -> message.id().equals(answered.messageId()))
                .map(Message::text)
                .findFirst();
        if (!asked.isEmpty() && answer.isPresent()) {
            var masked = CustomersName.maskedIn(answer.get(), file.customer());
            unanswered.add(new Unanswered(
                    file.id(),
                    file.number(),
                    asked,
                    masked.substring(0, Math.min(masked.length(), LONGEST_ANSWER)),
                    Duration.between(since(answered, file), answered.at()),
                    answered.at()));
        }
    }

    private static Instant since(AnsweredByPerson answered, CaseFile file) {
        return file.handOvers().stream()
                .filter(handOver -> handOver.conversationKey().equals(answered.conversationKey()))
                .map(HandOver::at)
                .findFirst()
                .orElse(answered.at());
    }
}
