package org.tandem.desk.board;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent.AnsweredByPerson;
import org.tandem.inquiry.ProductFeedback;

/** Notes that somebody had something to say about the product, in the transaction in which they answer: one row, and nothing else that could fail. */
@Component
class FeedbackEar {

    private final Entries entries;

    FeedbackEar(Entries entries) {
        this.entries = entries;
    }

    @EventListener
    void hear(AnsweredByPerson answered) {
        var area = answered.productArea();
        if (area != null && !area.equals(ProductFeedback.NONE)) {
            var topic = answered.topic() == null ? "" : answered.topic();
            entries.note(answered.conversationKey(), answered.inquiryId(), area, topic, answered.at());
        }
    }
}
