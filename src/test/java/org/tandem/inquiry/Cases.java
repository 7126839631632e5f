package org.tandem.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inquiries in every state, made the way they get there, and the things one does to them. */
final class Cases {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final NewInquiry LATE_PARCEL =
            new NewInquiry("Where is my parcel?", new Customer("Ada Example", "ada@example.org"), "en");

    private Cases() {}

    /** The states of the contract, RESOLVED once before and once after the process has ended. */
    enum Stage {
        RECEIVED,
        AI_ANSWERED,
        WITH_PERSON,
        ANSWERED_BY_PERSON,
        RESOLVED,
        CLOSED,
        WITHDRAWN
    }

    static Inquiry in(Stage stage) {
        var inquiry = new Inquiry(InquiryId.next(), "TA-0000-0000", LATE_PARCEL, 0, NOW);
        switch (stage) {
            case RECEIVED -> {}
            case AI_ANSWERED -> answeredByAi(inquiry);
            case WITH_PERSON -> inquiry.takeToPerson(key(inquiry), null, NOW);
            case ANSWERED_BY_PERSON -> {
                inquiry.takeToPerson(key(inquiry), null, NOW);
                inquiry.answerByPerson(answer("It arrives tomorrow."), key(inquiry), NOW);
            }
            case RESOLVED -> {
                answeredByAi(inquiry);
                inquiry.verdict(true, NOW);
            }
            case CLOSED -> {
                answeredByAi(inquiry);
                inquiry.verdict(true, NOW);
                inquiry.close(null, Outcome.SOLVED_BY_AI, NOW);
            }
            case WITHDRAWN -> inquiry.withdraw(NOW);
        }
        inquiry.forgetEvents();
        return inquiry;
    }

    static void answeredByAi(Inquiry inquiry) {
        inquiry.keepAttempt(attempt(key(inquiry), 1, "Parcels take three days."));
        inquiry.answerByAi(decision(key(inquiry), "AI_ANSWER"), NOW);
    }

    static String key(Inquiry inquiry) {
        return inquiry.snapshot().conversationKey();
    }

    static AiAttempt attempt(String key, int customerMessages, @Nullable String draft) {
        return attempt(key, customerMessages, draft, "parcel-late", Findings.NONE);
    }

    static AiAttempt attempt(
            String key, int customerMessages, @Nullable String draft, @Nullable String topic, Findings findings) {
        return new AiAttempt(
                key,
                customerMessages,
                topic,
                "My parcel is late",
                "routine",
                0.04,
                draft,
                List.of(new Source("Delivery times", "https://help.example.org/delivery")),
                "en",
                true,
                false,
                false,
                "bge-small/1",
                "{\"scores\":[0.96]}",
                findings,
                NOW);
    }

    static GateDecision decision(String key, String route) {
        return new GateDecision(key, route, "The risk is low", "rule-7", "confidence-gate:1", "{\"risk\":0.04}", NOW);
    }

    static HandOver handOver(String key, HandOverReason reason) {
        return new HandOver(
                key, reason, "general", NOW.plus(Duration.ofHours(2)), NOW.plus(Duration.ofDays(1)), null, NOW);
    }

    static PersonAnswer answer(String reply) {
        return new PersonAnswer(reply, "INFORMED", "NO_DRAFT", null, null, null, "none", null, null);
    }
}
