package org.tandem.desk.levels;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Notes promises that were not kept, each once, whoever sees it first: the process or Tandem itself. */
@Service
public class Breaches {

    private static final Logger log = LoggerFactory.getLogger(Breaches.class);

    private final Escalations escalations;
    private final Clock clock;

    Breaches(Escalations escalations, Clock clock) {
        this.escalations = escalations;
        this.clock = clock;
    }

    /** The first response of this hand-over was due then. */
    public void firstResponse(UUID inquiry, String conversationKey, Instant dueAt) {
        note(inquiry, conversationKey, "first response", dueAt);
    }

    /** The case had to be solved by then. */
    public void resolution(UUID inquiry, String conversationKey, Instant dueAt) {
        note(inquiry, conversationKey, "resolution", dueAt);
    }

    void note(UUID inquiry, String conversationKey, String deadline, Instant dueAt) {
        if (escalations.existsByConversationKeyAndDeadline(conversationKey, deadline)) {
            return;
        }
        try {
            escalations.save(new Escalation(
                    inquiry, conversationKey, deadline, dueAt, clock.instant().truncatedTo(ChronoUnit.MICROS)));
            log.warn("Inquiry {}: the {} deadline passed, escalated to the team lead", inquiry, deadline);
        } catch (DataIntegrityViolationException faster) {
            log.debug("Inquiry {}: the {} deadline has been noted meanwhile", inquiry, deadline);
        }
    }
}
