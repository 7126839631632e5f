package org.tandem.quality.learning;

import java.time.Instant;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Question;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.quality.QualityEvent;
import org.tandem.quality.hearing.Ear;
import org.tandem.quality.learning.LearnedExample.Origin;

/** Makes examples of what people say an inquiry is about: the agent on the form, and whoever audits an answer of the AI. */
@Component
class ExampleEar implements Ear {

    private final LearnedExamples examples;
    private final Inquiries inquiries;

    ExampleEar(LearnedExamples examples, Inquiries inquiries) {
        this.examples = examples;
        this.inquiries = inquiries;
    }

    @Override
    public void hear(InquiryEvent event) {
        if (event instanceof InquiryEvent.AnsweredByPerson answered && answered.topic() != null) {
            keep(
                    answered.eventId(),
                    answered.inquiryId(),
                    answered.conversationKey(),
                    answered.at(),
                    answered.topic(),
                    true,
                    Origin.AGENT,
                    1);
        }
    }

    @EventListener
    void on(QualityEvent.AnswerAudited audited) {
        var topic = audited.asked() == null ? audited.topic() : audited.asked();
        if (topic != null) {
            keep(
                    audited.eventId(),
                    audited.inquiryId(),
                    audited.conversationKey(),
                    audited.at(),
                    topic,
                    !audited.wrong() || audited.asked() != null,
                    Origin.AUDIT,
                    audited.drawn());
        }
    }

    private void keep(
            UUID id,
            InquiryId inquiry,
            String conversationKey,
            Instant at,
            String topic,
            boolean isTopic,
            Origin origin,
            double chance) {
        var file = inquiries.get(inquiry);
        var asked = asked(file);
        if (!asked.isEmpty()) {
            examples.keep(new LearnedExample(
                    id, asked, topic, isTopic, origin, inquiry, file.number(), conversationKey, at, chance));
        }
    }

    /** What the customer wrote before anybody answered, as the assistant reads it, without the customer's name. */
    static String asked(CaseFile file) {
        var first = file.messages().stream()
                .takeWhile(message -> message.author() != Author.AI && message.author() != Author.PERSON)
                .filter(message -> message.author() == Author.CUSTOMER)
                .map(Message::text)
                .toList();
        return CustomersName.maskedIn(new Question(first, file.language()).asked(), file.customer());
    }
}
