package org.tandem.quality.automation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.inquiry.InquiryId;

/** The ledger of what models decided silently, beside that of {@link Decisions}: one row per model and conversation key. */
@Repository
public class ShadowDecisions {

    private final JdbcClient database;

    ShadowDecisions(JdbcClient database) {
        this.database = database;
    }

    /** A decision that was made, and that another model has not made silently yet. */
    public record Open(InquiryId inquiry, String conversationKey, Instant at, int repeatContacts) {}

    /**
     * The oldest open ones. What people have said something of is not among them: a model that looked at it now would know more than the
     * one that decided.
     */
    public List<Open> open(String champion, String challenger, Instant since, int most) {
        return database.sql("""
                        select inquiry_id, conversation_key, tried_at, repeat_contacts from quality_decision decision
                        where tried_at >= :since and model_version = :champion and decided_at is not null
                          and said_at is null and labelled_at is null
                          and not exists (select 1 from shadow_decision silent
                              where silent.model_version = :challenger
                                and silent.conversation_key = decision.conversation_key)
                        order by tried_at, conversation_key limit :most
                        """)
                .param("since", Timestamp.from(since))
                .param("champion", champion)
                .param("challenger", challenger)
                .param("most", most)
                .query((row, number) -> new Open(
                        new InquiryId(row.getObject("inquiry_id", UUID.class)),
                        row.getString("conversation_key"),
                        row.getTimestamp("tried_at").toInstant(),
                        row.getInt("repeat_contacts")))
                .list();
    }

    /** Repeating it changes nothing, also where another instance was faster. */
    public void keep(Automation.Silent silent, boolean wouldAnswer) {
        var tried = silent.tried();
        var figures = tried.figures();
        try {
            database.sql("""
                            insert into shadow_decision (model_version, conversation_key, tried_at, topic, topic_class,
                                may_be_answered, guaranteed_risk, rests_on, figures, would_answer)
                            values (:model, :key, :at, :topic, :topicClass, :may, :guaranteed, :restsOn, :figures, :would)
                            """)
                    .param("model", tried.modelVersion())
                    .param("key", tried.conversationKey())
                    .param("at", Timestamp.from(tried.at()))
                    .param("topic", tried.topic())
                    .param("topicClass", tried.topicClass())
                    .param("may", tried.mayBeAnswered())
                    .param("guaranteed", silent.word().guaranteedRisk())
                    .param("restsOn", silent.word().restsOn())
                    .param("figures", figures == null ? null : Numbers.text(figures))
                    .param("would", wouldAnswer)
                    .update();
        } catch (DuplicateKeyException faster) {
            return;
        }
    }

    /** The model of the latest silent decision. */
    Optional<String> model() {
        return database.sql("select model_version from shadow_decision order by tried_at desc limit 1")
                .query(String.class)
                .optional();
    }
}
