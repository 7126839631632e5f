package org.tandem.quality.audits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.Source;
import org.tandem.inquiry.State;
import org.tandem.inquiry.UnknownInquiry;
import org.tandem.quality.QualityEvent;

@Execution(ExecutionMode.CONCURRENT)
class AuditsTest {

    private static final Review RIGHT = new Review(true, true, true, false, false, null);
    private static final Review WRONG = new Review(false, true, true, false, true, "It takes 14 days, not 7.");

    private final Audited audited = new Audited(new AuditSettings(1, 0.5, 0, 0, 1));
    private final Inquiries inquiries = mock(Inquiries.class);
    private final Audits audits = new Audits(
            new AuditTable(audited.database),
            new ReviewTable(audited.database),
            inquiries,
            audited.published::add,
            Clock.fixed(Audited.NOON, ZoneOffset.UTC));
    private InquiryId id = InquiryId.next();
    private String key = "";

    @BeforeEach
    void anAnswerIsChosen() {
        id = audited.aiAnswers("refund-status", 0.01);
        key = Audited.key(id);
        audited.published.clear();
        when(inquiries.get(id)).thenReturn(file(State.AI_ANSWERED));
    }

    @Test
    void theReviewerSeesQuestionAndAnswerWithoutPersonalData() {
        var next = audits.next(key).orElseThrow();

        assertThat(next.number()).isEqualTo("TA-1");
        assertThat(next.round()).isEqualTo(1);
        assertThat(next.question()).isEqualTo("When is my money on [IBAN ending 3000]?\n\nPlease!");
        assertThat(next.answer()).isEqualTo("In 7 days.");
        assertThat(next.sources()).isEqualTo("- Refunds (https://help.alderpay.example/refunds)");
    }

    @Test
    void aReviewIsStoredOnceAndToldOnce() {
        assertThat(audits.store(key, 1, "rita", WRONG)).isEqualTo(new Audits.Stored(false));
        assertThat(audits.store(key, 1, "rita", WRONG)).isEqualTo(new Audits.Stored(false));

        assertThat(audited.published).singleElement().isInstanceOfSatisfying(QualityEvent.AnswerAudited.class, told -> {
            assertThat(told.inquiryId()).isEqualTo(id);
            assertThat(told.conversationKey()).isEqualTo(key);
            assertThat(told.topic()).isEqualTo("refund-status");
            assertThat(told.wrong()).isTrue();
            assertThat(told.drawn()).isEqualTo(1);
            assertThat(told.equalChance()).isTrue();
        });
        verify(inquiries).correct(id, key);
        assertThat(audits.mistakeIn(id)).contains("It takes 14 days, not 7.");
        assertThat(audits.next(key)).isEmpty();
    }

    @Test
    void whatTheCustomerAskedAboutIsToldOfAWrongAnswerOnly() {
        audits.store(key, 1, "rita", new Review(false, true, true, false, false, "Wrong topic.", "return-report"));

        assertThat(audited.published).singleElement().isInstanceOfSatisfying(QualityEvent.AnswerAudited.class, told -> {
            assertThat(told.topic()).isEqualTo("refund-status");
            assertThat(told.asked()).isEqualTo("return-report");
        });
        assertThat(new Review(true, true, true, false, false, null, "return-report").topic())
                .isNull();
    }

    @Test
    void aRightAnswerIsNotCorrected() {
        audits.store(key, 1, "rita", new Review(true, true, false, false, true, "Too short."));

        verify(inquiries, never()).correct(id, key);
        assertThat(audits.mistakeIn(id)).isEmpty();
    }

    @Test
    void theSecondReviewIsSomebodyElsesAndDoesNotCount() {
        audited.database.sql("update audit set twice = true").update();

        assertThat(audits.store(key, 1, "rita", RIGHT)).isEqualTo(new Audits.Stored(true));
        var second = audits.next(key).orElseThrow();
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.notFor()).containsExactly("rita");

        assertThat(audits.store(key, 2, "rita", WRONG))
                .isInstanceOfSatisfying(
                        Audits.Refused.class,
                        refused -> assertThat(refused.why()).contains("somebody else's"));
        assertThat(audits.store(key, 2, "sam", WRONG)).isEqualTo(new Audits.Stored(false));

        assertThat(audits.next(key)).isEmpty();
        assertThat(audited.published).hasSize(1);
    }

    @Test
    void whatWasAnsweredInACaseThatWasWithdrawnIsReviewed() {
        when(inquiries.get(id)).thenReturn(file(State.WITHDRAWN));

        assertThat(audits.next(key).orElseThrow().answer()).isEqualTo("In 7 days.");
    }

    @Test
    void thereIsNothingToReviewOfACaseThatIsGone() {
        when(inquiries.get(id)).thenThrow(UnknownInquiry.class);

        assertThat(audits.next(key)).isEmpty();
        assertThat(audited.count("dropped_at is not null")).isEqualTo(1);
        assertThat(audits.next("unknown:1")).isEmpty();
    }

    @Test
    void whatAReviewerNotesIsKeptWithoutPersonalData() {
        var review = new Review(false, true, true, false, false, " Write to ada@example.org. ");

        assertThat(review.note()).isEqualTo("Write to [e-mail address].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Review(false, true, true, false, false, "x".repeat(4_001)))
                .withMessageContaining("up to 4,000 characters, not 4,001");
    }

    @Test
    void whoGaveAnAnswerDoesNotReviewIt() {
        var persons = aPersonAnswers();
        audited.database.sql("update audit set twice = true").update();

        var first = audits.next(persons).orElseThrow();
        assertThat(first.byPerson()).isTrue();
        assertThat(first.answer()).isEqualTo("It is on its way.");
        assertThat(first.question()).endsWith("Please!\n\nWe answered: In 7 days.\n\nNot yet there.");
        assertThat(first.notFor()).containsExactly("anna");
        assertThat(audits.store(persons, 1, "anna", RIGHT))
                .isEqualTo(new Audits.Refused("This is your own answer: somebody else has to review it."));

        assertThat(audits.store(persons, 1, "rita", RIGHT)).isEqualTo(new Audits.Stored(true));
        assertThat(audits.next(persons).orElseThrow().notFor()).containsExactly("rita", "anna");
        assertThat(audits.store(persons, 2, "anna", RIGHT)).isInstanceOf(Audits.Refused.class);
        assertThat(audits.store(persons, 2, "sam", RIGHT)).isEqualTo(new Audits.Stored(false));
    }

    @Test
    void whatIsSaidOfAPersonsAnswerIsToldApartAndTeachesNothing() {
        var persons = aPersonAnswers();
        audits.next(persons);

        audits.store(persons, 1, "rita", new Review(false, true, true, true, true, "It is lost.", "return-report"));

        assertThat(audited.published).singleElement().isInstanceOfSatisfying(QualityEvent.PersonAudited.class, told -> {
            assertThat(told.conversationKey()).isEqualTo(persons);
            assertThat(told.wrong()).isTrue();
            assertThat(told.drawn()).isEqualTo(1);
        });
        assertThat(audited.database
                        .sql("select count(*) from audit_review where person_needed or topic is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        verify(inquiries).correct(id, persons);
        var said = new PeopleReviewed(audited.database);
        assertThat(said.people()).containsExactly("anna");
        assertThat(said.of("anna", 10)).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo("TA-1");
            assertThat(one.review().inWords()).isEqualTo("Wrong, passed to a person to put right");
            assertThat(one.review().note()).isEqualTo("It is lost.");
        });
        assertThat(said.of("rita", 10)).isEmpty();
        assertThat(new AuditList(audited.database).done(10)).singleElement().satisfies(item -> {
            assertThat(item.answeredBy()).isEqualTo(AnsweredBy.PERSON);
            assertThat(Objects.requireNonNull(item.said()).review().note()).isNull();
        });
    }

    @Test
    void whatIsLookedAtOnlyBecauseOfALowRatingIsNotCountedAmongTheDrawn() {
        var persons = aPersonAnswers();
        audited.database.sql("update audit set drawn = false").update();

        audits.next(persons);
        audits.store(persons, 1, "rita", WRONG);

        assertThat(audited.published).isEmpty();
    }

    private String aPersonAnswers() {
        audited.personAnswers(id, 2);
        audited.published.clear();
        return id + ":2";
    }

    private CaseFile file(State state) {
        return new CaseFile(
                id,
                "TA-1",
                state,
                false,
                key,
                new Customer("Ada Example", "ada@example.org"),
                "en",
                Audited.NOON,
                List.of(
                        message(Author.CUSTOMER, "When is my money on DE89 3704 0044 0532 0130 00?"),
                        message(Author.CUSTOMER, "Please!"),
                        message(Author.AI, "In 7 days."),
                        message(Author.CUSTOMER, "Not yet there."),
                        new Message(Audited.MESSAGE, Author.PERSON, "It is on its way.", Audited.NOON, List.of())),
                List.of(),
                List.of(),
                List.of(new HandOver(
                        id + ":2",
                        HandOverReason.NOT_SOLVED,
                        "general",
                        Audited.NOON,
                        Audited.NOON,
                        "anna",
                        Audited.NOON)),
                null,
                false,
                0,
                null,
                null,
                null,
                false);
    }

    private static Message message(Author author, String text) {
        return new Message(
                UUID.randomUUID(),
                author,
                text,
                Audited.NOON,
                author == Author.AI
                        ? List.of(new Source("Refunds", "https://help.alderpay.example/refunds"))
                        : List.of());
    }
}
