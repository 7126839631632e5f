package org.tandem.quality.automation;

import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.quality.hearing.Ear;

/** Meets new topics and models: from then on they stand by themselves. */
@Component
class Meeting implements Ear {

    private final Switchboard switchboard;

    Meeting(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public void hear(InquiryEvent event) {
        if (event instanceof InquiryEvent.Decided decided) {
            switchboard.met(decided.topic(), decided.modelVersion());
        }
    }
}
