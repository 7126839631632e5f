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
        if (event instanceof InquiryEvent.Decided decided
                && decided.rule().equals(WITHHELD)
                && holds(decided.inquiryId())
                && !isKept(decided.inquiryId())) {
            keep(decided);
        }
    }

    private void keep(InquiryEvent.Decided decided) {
        database.sql("""
                        insert into held_out (inquiry_id, conversation_key, topic, topic_class, risk, model_version, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        decided.inquiryId().value(),
                        decided.conversationKey(),
                        decided.topic(),
                        decided.topicClass(),
                        decided.risk(),
                        decided.modelVersion(),
                        Timestamp.from(decided.at()))
                .update();
    }

    private boolean isKept(InquiryId id) {
        return database.sql("select count(*) from held_out where inquiry_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
