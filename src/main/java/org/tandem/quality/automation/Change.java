package org.tandem.quality.automation;

import java.time.Instant;
import org.tandem.quality.Times;

/** An entry of the history: who has opened or shut what, when and why. */
record Change(Instant at, Subject subject, Standing from, Standing to) {

    public String atInWords() {
        return Times.inWords(at);
    }
}
