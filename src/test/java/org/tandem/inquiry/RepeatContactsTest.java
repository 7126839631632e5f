package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.inquiry.Cases.attempt;
import static org.tandem.inquiry.Cases.decision;
import static org.tandem.inquiry.Cases.handOver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** Customers who contact us again about the same: recognised by topic, and held against whoever answered before. */
@InquiryModuleTest
class RepeatContactsTest {

    private final Inquiries inquiries;
    private final JdbcClient database;
    private Customer customer = new Customer("Ada Example", "ada@example.org");

    @Autowired
    RepeatContactsTest(Inquiries inquiries, JdbcClient database) {
        this.inquiries = inquiries;
        this.database = database;
    }

    @BeforeEach
    void anotherCustomer() {
        customer = new Customer("Ada Example", UUID.randomUUID() + "@example.org");
    }

    @Test
    void theSameTopicAgainIsARepeatOfWhatTheAiAnswered(AssertablePublishedEvents events) {
        var earlier = answeredByAi("card-lost");
        answeredDaysAgo(earlier, 6);

        var later = asksAbout("card-lost");

        assertThat(inquiries.repeatOf(later)).hasValueSatisfying(repeat -> {
            assertThat(repeat.earlier()).isEqualTo(earlier);
            assertThat(repeat.earlierNumber()).isEqualTo(inquiries.get(earlier).number());
            assertThat(repeat.earlierByAi()).isTrue();
            assertThat(repeat.similarity()).isEqualTo(Similarity.SAME_TOPIC);
            assertThat(repeat.after())
                    .isBetween(Duration.ofDays(6), Duration.ofDays(6).plusMinutes(5));
        });
        assertThat(events.ofType(InquiryEvent.ContactedAgain.class)
                        .matching(event -> event.inquiryId().equals(later)))
                .singleElement()
                .satisfies(event -> assertThat(event.earlierKey()).isEqualTo(earlier + ":1"));
    }

    @Test
    void itCountsAgainstTheAgentWhoAnswered() {
        var earlier = asksAbout("card-lost");
        var key = inquiries.takeToPerson(earlier, earlier + ":1", HandOverReason.GATE, null);
        inquiries.handOver(earlier, handOver(key, HandOverReason.GATE));
        inquiries.recordAgent(earlier, key, "amira");
        aPersonAnswers(earlier, key, null);

        var later = asksAbout("card-lost");

        assertThat(inquiries.repeatOf(later)).hasValueSatisfying(repeat -> {
            assertThat(repeat.agent()).isEqualTo("amira");
            assertThat(repeat.earlierByAi()).isFalse();
            assertThat(repeat.earlierKey()).isEqualTo(key);
        });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "card-lost, -          , card-lost , -          , SAME_TOPIC",
                "card-lost, card-frozen, card-frozen, -         , SIMILAR_TOPIC",
                "card-lost, -          , card-frozen, card-lost , SIMILAR_TOPIC",
                "card-lost, card-pin   , card-frozen, card-pin  , -",
                "-        , -          , -          , -         , -",
            })
    void topicsAreSimilarWhenTheClassifierTookOneToBeLikelyForTheOther(
            @Nullable String first,
            @Nullable String likelyFirst,
            @Nullable String second,
            @Nullable String likelySecond,
            @Nullable Similarity similarity) {
        answeredByAi(first, likelyFirst);

        var later = asksAbout(second, likelySecond);

        assertThat(inquiries.repeatOf(later).map(RepeatContact::similarity).orElse(null))
                .isEqualTo(similarity);
    }

    @Test
    void neitherAnotherCustomerNorWhatIsOlderThanThirtyDaysNorWhatHasNoAnswerIsRepeated() {
        answeredByAi("card-lost");
        anotherCustomer();
        answeredDaysAgo(answeredByAi("card-lost"), 31);
        asksAbout("card-lost");

        assertThat(inquiries.repeatOf(asksAbout("card-lost"))).isEmpty();
    }

    @Test
    void aPersonWhoSaysThatItIsAboutSomethingElseTakesItBack(AssertablePublishedEvents events) {
        var lost = answeredByAi("card-lost");
        var refund = answeredByAi("refund-status");
        var later = asksAbout("card-lost");
        var key = inquiries.takeToPerson(later, later + ":1", HandOverReason.GATE, null);

        aPersonAnswers(later, key, "refund-status");

        assertThat(inquiries.repeatOf(later).map(RepeatContact::earlier)).hasValue(refund);
        assertThat(events.ofType(InquiryEvent.ContactedAgain.class)
                        .matching(event -> event.inquiryId().equals(later)))
                .extracting(InquiryEvent.ContactedAgain::earlier, InquiryEvent.ContactedAgain::similarity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(lost, Similarity.SAME_TOPIC),
                        org.assertj.core.groups.Tuple.tuple(lost, Similarity.OTHER_TOPIC),
                        org.assertj.core.groups.Tuple.tuple(refund, Similarity.SAME_TOPIC));
    }

    @Test
    void readingItAgainLinksItOnce(AssertablePublishedEvents events) {
        answeredByAi("card-lost");
        var later = asksAbout("card-lost");

        reads(later, "card-lost", null);

        assertThat(events.ofType(InquiryEvent.ContactedAgain.class)
                        .matching(event -> event.inquiryId().equals(later)))
                .hasSize(1);
    }

    @Test
    void anotherAnswerInTheEarlierCaseDoesNotUndoTheLink() {
        var earlier = answeredByAi("card-lost");
        var later = asksAbout("card-lost");
        inquiries.verdict(earlier, false, null);
        aPersonAnswers(earlier, inquiries.get(earlier).conversationKey(), "card-lost");

        reads(later, "card-lost", null);

        assertThat(inquiries.repeatOf(later).map(RepeatContact::earlierKey)).hasValue(earlier + ":1");
    }

    private InquiryId answeredByAi(@Nullable String topic) {
        return answeredByAi(topic, null);
    }

    private InquiryId answeredByAi(@Nullable String topic, @Nullable String likely) {
        var id = asksAbout(topic, likely);
        inquiries.answerByAi(id, decision(id + ":1", "AI_ANSWER"));
        return id;
    }

    private InquiryId asksAbout(@Nullable String topic) {
        return asksAbout(topic, null);
    }

    private InquiryId asksAbout(@Nullable String topic, @Nullable String likely) {
        var id = inquiries
                .open(new NewInquiry("About my card", customer, "en"), null)
                .id();
        reads(id, topic, likely);
        return id;
    }

    private void reads(InquiryId id, @Nullable String topic, @Nullable String likely) {
        var findings = new Findings(
                List.of(), List.of(), List.of(), null, null, likely == null ? List.of() : List.of("other", likely));
        inquiries.keepAttempt(id, attempt(id + ":1", 1, "An answer.", topic, findings));
    }

    private void aPersonAnswers(InquiryId id, String key, @Nullable String topic) {
        inquiries.answerByPerson(
                id, new PersonAnswer("It is done.", "OTHER", "NO_DRAFT", null, topic, null, "none", null, null), key);
    }

    private void answeredDaysAgo(InquiryId id, int days) {
        database.sql("update inquiry set answered_at = ? where id = ?")
                .params(java.sql.Timestamp.from(Instant.now().minus(Duration.ofDays(days))), id.value())
                .update();
    }
}
