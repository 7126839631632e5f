package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandem.desk.hours.SampleCalendars;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.Findings;
import org.tandem.inquiry.GateDecision;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.RepeatContact;
import org.tandem.inquiry.Similarity;
import org.tandem.inquiry.SolvedCase;
import org.tandem.inquiry.Source;
import org.tandem.inquiry.State;

class BriefsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final Inquiries inquiries = mock();
    private final Map<String, String> known = new HashMap<>();
    private final Briefs briefs =
            new Briefs(inquiries, new AccountLookUp(customer -> known), SampleCalendars.ofCases());
    private final List<Message> messages = new ArrayList<>(List.of(message(Author.CUSTOMER, "Where is my refund?")));

    @Test
    void tellsWhatTheCustomerWantsWhyAPersonAndWhatTheAiWouldSay() {
        var brief = briefs.write(file(0, attempt(false), decision("The risk is too high.")), HandOverReason.GATE);

        assertThat(brief.wants()).isEqualTo("Where is my refund");
        assertThat(brief.why()).isEqualTo("The risk is too high.");
        assertThat(brief.draft()).isEqualTo("Five days.");
        assertThat(brief.sources()).isEqualTo("- Refunds (https://help.example/refunds)");
        assertThat(brief.customerWrites()).isEqualTo("Customer: Where is my refund?");
        assertThat(brief.waitingSince()).isEqualTo("23 Nov 2026, 09:00 GMT");
        known.put("customer.market", "sweden");
        assertThat(briefs.write(file(0, attempt(false), null), HandOverReason.GATE)
                        .waitingSince())
                .isEqualTo("23 Nov 2026, 10:00 CET");
    }

    @Test
    void warnsOfACustomerInDistress() {
        assertThat(briefs.write(file(0, attempt(true), null), HandOverReason.GATE)
                        .feeling())
                .startsWith("Upset or in need of care");
    }

    @Test
    void saysSoWhenTheAiHasNothing() {
        var brief = briefs.write(file(2, null, null), HandOverReason.AI_UNAVAILABLE);

        assertThat(brief.wants()).isEqualTo("Not recognised");
        assertThat(brief.draft()).isEqualTo("No draft");
        assertThat(brief.sources()).isEqualTo("None");
        assertThat(brief.why()).isEqualTo("The AI was not available");
        assertThat(brief.tried()).contains("2 more times");
    }

    @Test
    void tellsWhichEarlierCaseWasAboutTheSame() {
        when(inquiries.repeatOf(any()))
                .thenReturn(Optional.of(new RepeatContact(
                        InquiryId.next(),
                        "TA-1-2",
                        "key:1",
                        true,
                        null,
                        Similarity.SIMILAR_TOPIC,
                        Duration.ofDays(3))));

        assertThat(briefs.write(file(1, null, null), HandOverReason.GATE).tried())
                .endsWith("Contacts us again about a similar topic: TA-1-2 was answered by the AI 3 days before");
    }

    @Test
    void tellsTheFactsOfTheAccountAlsoWhenTheAiWasNotThere() {
        known.put("account.owed", "299.90 EUR");

        assertThat(briefs.write(file(0, null, null), HandOverReason.AI_UNAVAILABLE)
                        .facts())
                .isEqualTo("- Account owed: 299.90 EUR");
    }

    @Test
    void isWrittenWithoutFactsThatCannotBeHad() {
        var withoutAccounts = new Briefs(
                inquiries,
                new AccountLookUp(customer -> {
                    throw new IllegalStateException("down");
                }),
                SampleCalendars.ofCases());

        assertThat(withoutAccounts
                        .write(file(0, attempt(false), null), HandOverReason.GATE)
                        .facts())
                .isEqualTo("Could not be looked up");
    }

    @Test
    void doesNotWaitForAnAccountSystemThatHangs() {
        var hanging = new CountDownLatch(1);
        var stuck = new Briefs(
                inquiries,
                new AccountLookUp(customer -> {
                    try {
                        hanging.await();
                    } catch (InterruptedException e) {
                        hanging.countDown();
                    }
                    return Map.of();
                }),
                SampleCalendars.ofCases());

        assertThat(stuck.write(file(0, attempt(false), null), HandOverReason.GATE)
                        .facts())
                .isEqualTo("Could not be looked up");
        await().untilAsserted(() -> assertThat(hanging.getCount()).isZero());
    }

    @Test
    void showsNoPersonalDataHoweverItIsHidden() {
        messages.add(message(Author.CUSTOMER, "robin@cust\u200bomer.example or robin\uff20customer.example"));

        assertThat(briefs.write(file(0, attempt(false), null), HandOverReason.GATE)
                        .customerWrites())
                .endsWith("Customer: [e-mail address] or [e-mail address]");
    }

    @Test
    void showsTheWholeConversationButNotOurOwnNotices() {
        messages.add(message(Author.AI, "Five days."));
        messages.add(message(Author.SYSTEM, "A person takes over."));
        messages.add(message(Author.CUSTOMER, "It has been ten."));

        var brief = briefs.write(file(0, attempt(false), null), HandOverReason.CUSTOMER_WROTE);

        assertThat(brief.customerWrites())
                .isEqualTo("Customer: Where is my refund?\n\nAI: Five days.\n\nCustomer: It has been ten.");
        assertThat(brief.tried()).isEqualTo("One answer so far, the last one by the AI");
    }

    @Test
    void namesEachRequestWhatWasHeardTheFactsAndTheDraftWithItsBlank() {
        var findings = new Findings(
                List.of("Where is my refund", "Card PIN"),
                List.of(),
                List.of("complaint"),
                "Due on [order.dueDate is not known].",
                "The answer needs what is not known of this customer: order.dueDate.",
                List.of());

        known.putAll(Map.of("order.shop", "Northwind Shoes", "order.dueDate", "3 May"));

        var brief = briefs.write(
                file(0, attempt(false, null, findings), decision("The risk is too high.")), HandOverReason.GATE);

        assertThat(brief.wants()).isEqualTo("- Where is my refund\n- Card PIN");
        assertThat(brief.feeling()).isEqualTo("Complains about us");
        assertThat(brief.facts()).isEqualTo("- Order due date: 3 May\n- Order shop: Northwind Shoes");
        assertThat(brief.draft()).isEqualTo("Due on [order.dueDate is not known].");
        assertThat(brief.why()).startsWith("The risk is too high. The answer needs");
    }

    @Test
    void namesWhatElseItMayBeWhenTheTopicIsUnclear() {
        var findings = new Findings(
                List.of("Where is my refund"), List.of("Returns", "Cancel an order"), List.of(), null, null, List.of());

        assertThat(briefs.write(file(0, attempt(false, "Five days.", findings), null), HandOverReason.GATE)
                        .wants())
                .isEqualTo("Where is my refund, or perhaps: Returns; Cancel an order");
    }

    @Test
    void tellsHowSimilarCasesWereSolved() {
        when(inquiries.solvedByPeople("refund-status", 3))
                .thenReturn(List.of(new SolvedCase(
                        "TA-1-2", "PAYMENT_CORRECTED", "Sent to robin@mail.example. " + "x".repeat(300))));

        assertThat(briefs.write(file(0, attempt(false), null), HandOverReason.GATE)
                        .similar())
                .startsWith("- TA-1-2, payment corrected: Sent to [e-mail address]. xxx")
                .endsWith(" ...");
    }

    @Test
    void hidesWhatPaysOrIdentifiesButLeavesAHint() {
        messages.add(message(
                Author.CUSTOMER, "card 4111 1111 1111 1111, IBAN DE89 3704 0044 0532 0130 00, robin@customer.example"));

        assertThat(briefs.write(file(0, attempt(false), null), HandOverReason.GATE)
                        .customerWrites())
                .endsWith("card [card ending 1111], IBAN [IBAN ending 3000], [e-mail address]");
    }

    private CaseFile file(int repeatContacts, @Nullable AiAttempt attempt, @Nullable GateDecision decision) {
        return new CaseFile(
                new InquiryId(UUID.randomUUID()),
                "TA-1000-2000",
                State.WITH_PERSON,
                false,
                "key:2",
                new Customer("Robin Example", "robin@customer.example"),
                "en",
                NOW,
                messages,
                attempt == null ? List.of() : List.of(attempt),
                decision == null ? List.of() : List.of(decision),
                List.of(),
                null,
                false,
                repeatContacts,
                null,
                null,
                null,
                false);
    }

    private static Message message(Author author, String text) {
        return new Message(UUID.randomUUID(), author, text, NOW, List.of());
    }

    private static AiAttempt attempt(boolean distress) {
        return attempt(distress, "Five days.", Findings.NONE);
    }

    private static AiAttempt attempt(boolean distress, @Nullable String draft, Findings findings) {
        return new AiAttempt(
                "key:1",
                1,
                "refund-status",
                "Where is my refund",
                "routine",
                0.2,
                draft,
                List.of(new Source("Refunds", "https://help.example/refunds")),
                "en",
                true,
                distress,
                false,
                "model",
                "{}",
                findings,
                NOW);
    }

    private static GateDecision decision(String reason) {
        return new GateDecision("key:1", "PERSON", reason, "too-risky", "confidence-gate v1", "{}", NOW);
    }
}
