package org.tandem.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.Brief;
import org.tandem.desk.Standing;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.CaseFile;

/**
 * The brief and what routing goes by.
 *
 * @param previousAgent who has the case back without an offer: offers are not for them, or what they wrote lacks something
 * @param answeredBefore who answered this customer before and works here; if they are in the pool, they are offered it first
 */
public record Prepared(
        String conversationKey,
        Brief brief,
        @Nullable List<TopicChoice> topics,
        @Nullable String topic,
        String topicClass,
        boolean distress,
        boolean languageSupported,
        @Nullable String language,
        int repeatContacts,
        @Nullable String previousAgent,
        @Nullable String answeredBefore,
        boolean vulnerable,
        boolean complaint,
        @Nullable String customerTier,
        @Nullable String channel,
        String market,
        boolean callBack,
        @Nullable String callAgainAt,
        boolean handBackable) {

    static Prepared of(
            CaseFile file,
            String conversationKey,
            Brief brief,
            List<TopicChoice> topics,
            @Nullable String previousAgent,
            @Nullable String answeredBefore,
            Standing standing,
            boolean callBack,
            boolean handBackable) {
        AiAttempt attempt = file.attempts().isEmpty() ? null : file.attempts().getLast();
        var topicClass = attempt == null ? null : attempt.topicClass();
        return new Prepared(
                conversationKey,
                brief,
                topics.isEmpty() ? null : topics,
                attempt == null ? null : attempt.topic(),
                topicClass == null ? "unknown" : topicClass,
                attempt != null && attempt.distress(),
                attempt == null || attempt.languageSupported(),
                attempt == null ? file.language() : named(attempt.language()),
                file.repeatContacts(),
                previousAgent,
                answeredBefore,
                isAbout(attempt, "vulnerability", "vulnerable-customer"),
                file.complaint() || isAbout(attempt, "complaint", "complaint"),
                standing.tier(),
                file.channel() == null ? null : file.channel().name(),
                standing.market(),
                callBack,
                null,
                handBackable);
    }

    /** Whether it was heard beside the topic, or is the topic itself. */
    private static boolean isAbout(@Nullable AiAttempt attempt, String heard, String topic) {
        return attempt != null
                && (topic.equals(attempt.topic()) || attempt.findings().heard().contains(heard));
    }

    /** Nobody has the skill of a language that nobody could tell. */
    private static @Nullable String named(@Nullable String language) {
        return "und".equals(language) ? null : language;
    }
}
