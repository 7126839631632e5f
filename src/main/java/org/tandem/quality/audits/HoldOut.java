package org.tandem.quality.audits;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.Draw;
import org.tandem.quality.hearing.Ear;

/**
 * A few inquiries, drawn by chance, go to people although the AI could answer them: only so can the two be compared on the same kind of
 * cases. Those for which that made the difference are kept in the table {@code held_out}; what the AI answered is the other side.
 */
@Component
public class HoldOut implements Ear {

    /** The rule of the confidence gate that keeps back what would be answered. */
    private static final String WITHHELD = "withheld";

    private final JdbcClient database;
    private final double share;

    HoldOut(JdbcClient database, AuditSettings settings) {
        this.database = database;
        this.share = settings.holdOut();
    }

    /** Whether people answer this inquiry even if the AI could; always the same for the same inquiry. */
    public boolean holds(InquiryId id) {
        return Draw.of("hold-out", id.toString()) < share;
    }

    @Override
    public void hear(InquiryEvent event) {
        if (event instanceof InquiryEvent.Decided decided && decided.rule().equals(WITHHELD)) {
            keepIfHeldOut(decided);
        }
    }

    /** Answers are withheld for other reasons too. */
    private void keepIfHeldOut(InquiryEvent.Decided decided) {
        database.sql("""
                        insert into held_out (inquiry_id, conversation_key, topic, topic_class, risk, model_version, decided_at)
                        select inquiry_id, conversation_key, topic, topic_class, risk, model_version,
                            cast(:at as timestamp with time zone)
                        from quality_decision decision
                        where conversation_key = :key and automation = 'held-out'
                          and not exists (select 1 from held_out known where known.inquiry_id = decision.inquiry_id)
                        """)
                .param("at", Timestamp.from(decided.at()))
                .param("key", decided.conversationKey())
                .update();
    }
}
