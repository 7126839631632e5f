package org.tandem.quality.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.assistant.Examples.Example;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.learning.LearnedExample.Origin;

@Execution(ExecutionMode.CONCURRENT)
class LearnedExamplesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final JdbcClient database = LearningDatabase.empty();
    private final LearnedExamples examples = examples(database, .2);
    private final ExampleList list = new ExampleList(database, settings(.2));

    @Test
    void aFifthIsHeldOutForEverAndTheRestIsLearned() {
        IntStream.range(0, 200).forEach(i -> examples.keep(agent("where is parcel " + i, "parcel", NOW)));

        var learned = examples.all().stream().map(Example::text).toList();
        var heldOut = examples.heldOut(1_000).stream().map(LearnedExample::text).toList();
        assertThat(heldOut).hasSizeBetween(20, 60).doesNotContainAnyElementsOf(learned);
        assertThat(learned).hasSize(200 - heldOut.size());

        IntStream.range(0, 200).forEach(i -> examples.keep(agent("Where is parcel " + i, "lost", NOW)));
        assertThat(examples.heldOut(1_000))
                .extracting(LearnedExample::text)
                .containsExactlyInAnyOrderElementsOf(heldOut);
        assertThat(list.count()).isEqualTo(new ExampleList.Count(learned.size(), 0, heldOut.size()));
    }

    @Test
    void aTextIsKeptOnceWithWhatWasSaidOfItLast() {
        examples.keep(agent("block my card", "card-lost", NOW.minusSeconds(2)));
        examples.keep(agent("Block my card", "card-freeze", NOW.minusSeconds(1)));

        assertThat(list.find("", null, 10).examples())
                .extracting(LearnedExample::text, LearnedExample::topic)
                .containsExactly(tuple("block my card", "card-freeze"));
    }

    @Test
    void anAuditDoesNotOverruleTheAgentButTheAgentDoesTheAudit() {
        examples.keep(audit("no pin", "pin", false));
        examples.keep(agent("no pin", "card-pin", NOW));
        examples.keep(audit("no pin", "pin", false));

        assertThat(list.find("", null, 10).examples()).singleElement().satisfies(example -> {
            assertThat(example.isRight("card-pin")).isTrue();
            assertThat(example.origin()).isEqualTo(Origin.AGENT);
        });
    }

    @Test
    void ofAWrongAnswerOnlyThatIsKnownSoItIsNotLearned() {
        var none = examples(database, .000_001);
        none.keep(audit("no pin", "pin", false));
        none.keep(audit("my pin please", "pin", true));
        none.keep(agent("do you sell shoes", "", NOW));

        assertThat(none.all())
                .containsExactlyInAnyOrder(new Example("my pin please", "pin"), new Example("do you sell shoes", ""));
        var found = list.find("no pin", null, 10).examples().getFirst();
        assertThat(found.isRight("pin")).isFalse();
        assertThat(found.isRight("card-pin")).isFalse();
    }

    @Test
    void whatWasRemovedIsGoneAndIsNotLearnedAgain() {
        var example = agent("my name is in here", "pin", NOW);
        examples.keep(example);

        examples.remove(example.id(), "lena", "It tells who robin@example.com is");
        examples.remove(example.id(), "theo", "The same again");
        examples.keep(agent("My name is in here", "pin", NOW));

        assertThat(list.find("", null, 10).examples()).isEmpty();
        assertThat(examples.all()).isEmpty();
        assertThat(list.count().learnable()).isZero();
        assertThat(list.removed(10))
                .containsExactly(
                        new ExampleList.Removed("C-1", "pin", "lena", NOW, "It tells who [e-mail address] is"));
        assertThat(database.sql("select text from learned_example")
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    void withoutAReasonNothingIsRemoved() {
        var example = agent("my name is in here", "pin", NOW);
        examples.keep(example);

        assertThatThrownBy(() -> examples.remove(example.id(), "lena", " "))
                .isInstanceOf(LearningRefused.class)
                .hasMessage("The reason has 0 characters, but it has to be there and have at most 2000");
        assertThat(examples.all()).hasSize(1);
    }

    @Test
    void withAnInquiryItsExamplesGo() {
        var example = agent("forget me", "pin", NOW);
        examples.keep(example);
        var other = agent("not me", "pin", NOW);
        examples.keep(other);
        var unanswered = new UnansweredInquiries(database);
        unanswered.add(unanswered(example));
        unanswered.add(unanswered(other));
        database.sql("""
                        insert into inquiry (id, version, number, state, closed, episode, customer_name, customer_email, contact_key,
                            received_at, repeat_contacts)
                        values (?, 0, 'C-2', 'CLOSED', true, 1, 'Ada', 'ada@example.org', 'ada@example.org', current_timestamp, 0)
                        """).param(other.inquiry().value()).update();

        examples.forgetErased();
        unanswered.forgetErased();

        assertThat(list.find("", null, 10).examples())
                .extracting(LearnedExample::text)
                .containsExactly("not me");
        assertThat(unanswered.since(Instant.EPOCH, 10))
                .extracting(Unanswered::inquiry)
                .containsExactly(other.inquiry());
    }

    @Test
    void modelsAreJudgedByRecentCasesOnly() {
        var all = examples(.999_999);
        all.keep(agent("old", "pin", NOW.minus(Duration.ofDays(91))));
        all.keep(agent("new", "pin", NOW.minus(Duration.ofDays(89))));

        assertThat(all.heldOut(10)).extracting(LearnedExample::text).containsExactly("new");
    }

    @Test
    void whatWasAboutNoneIsAboutTheNewTopicThatWasMadeForIt() {
        var example = agent("do you plant trees", "", NOW);
        examples.keep(example);

        examples.areAbout(List.of(example.inquiry()), "trees");

        assertThat(list.find("trees", null, 10).examples())
                .extracting(LearnedExample::topic)
                .containsExactly("trees");
    }

    @Test
    void anAuditedCaseStandsForAsManyAsItsChanceSays() {
        var all = examples(.999_999);
        all.keep(audit("no pin", "pin", true));

        assertThat(all.heldOut(10).getFirst().chance()).isEqualTo(.05);
    }

    /** Drawn for suspicion, of a topic that was released to a half. */
    @Test
    void aCaseThatHadSeveralWaysToBeLabelledStandsForLessThanOne() {
        var all = new LearnedExamples(database, settings(.999_999), Clock.fixed(NOW, ZoneOffset.UTC));
        var example = audit("no pin", "pin", true);
        all.keep(example);
        decided(example, true, .2);

        assertThat(all.heldOut(10))
                .singleElement()
                .satisfies(one -> assertThat(one.chance()).isEqualTo(5));
    }

    @Test
    void whatTheAiAnsweredAndIsKnownOnlyBecauseTheCustomerCameBackJudgesNoModel() {
        var all = new LearnedExamples(database, settings(.999_999), Clock.fixed(NOW, ZoneOffset.UTC));
        var cameBack = agent("no pin", "pin", NOW);
        var ratedLow = agent("no card", "card", NOW);
        var handedOver = agent("no money", "refund", NOW);
        List.of(cameBack, ratedLow, handedOver).forEach(all::keep);
        decided(cameBack, true, null);
        decided(ratedLow, true, 0.0);
        decided(handedOver, false, null);

        assertThat(all.heldOut(10)).extracting(LearnedExample::text).containsExactly("no money");
    }

    private void decided(LearnedExample example, boolean answered, @Nullable Double weight) {
        database.sql("""
            insert into quality_decision (conversation_key, inquiry_id, tried_at, topic, topic_class, topic_automated,
                drafted, risk, guaranteed_risk, rests_on, model_version, language, language_supported, distress,
                asked_for_person, several_requests, repeat_contacts, automation, answer_chance, answered_at, label_weight)
            values (:key, :inquiry, :at, 'pin', 'routine', true, true, 0.1, 0.1, 'examples', 'v1', 'en', true, false,
                false, false, 0, 'open', 1, :answered, :weight)
            """)
                .param("key", example.inquiry() + ":1")
                .param("inquiry", example.inquiry().value())
                .param("at", Timestamp.from(NOW))
                .param("answered", answered ? Timestamp.from(NOW) : null)
                .param("weight", weight)
                .update();
    }

    @Test
    void examplesAreFoundByTopicOrByAWordAndSignsAreNoWildcards() {
        examples.keep(agent("where is my refund", "refund-status", NOW));
        examples.keep(agent("100% wrong", "complaint", NOW));

        assertThat(list.find("refund-status", null, 10).examples()).hasSize(1);
        assertThat(list.find("REFUND", null, 10).examples()).hasSize(1);
        assertThat(list.find("0%", null, 10).examples())
                .extracting(LearnedExample::text)
                .containsExactly("100% wrong");
    }

    @Test
    void pagesOfExamplesFollowEachOtherAlsoWhereSeveralWereSaidAtOnce() {
        IntStream.range(0, 7)
                .forEach(i -> examples.keep(agent("where is parcel " + i, "parcel", NOW.minusSeconds(i / 3))));

        var texts = new ArrayList<String>();
        UUID last = null;
        do {
            var found = list.find("", last, 2);
            found.examples().forEach(example -> texts.add(example.text()));
            last = found.last();
        } while (last != null);

        assertThat(texts).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotAmongTheNewestIsFoundFurtherBack() {
        examples.keep(agent("where is my zebra", "zebras", NOW.minusSeconds(1)));
        database.sql("""
                        insert into learned_example (id, text_hash, text, topic, is_topic, origin, inquiry_id, inquiry_number,
                            conversation_key, said_at, chance, held_out)
                        select random_uuid(), x, 'where is my parcel', 'parcel', true, 'AGENT', random_uuid(), 'C-1', 'k:1', :now, 1, false
                        from system_range(1, :many)
                        """)
                .param("now", Timestamp.from(NOW))
                .param("many", ExampleList.LOOKED_THROUGH)
                .update();

        var newest = list.find("zebra", null, 10);
        assertThat(newest.examples()).isEmpty();
        assertThat(list.find("zebra", newest.last(), 10).examples()).hasSize(1);
    }

    private static Unanswered unanswered(LearnedExample example) {
        return new Unanswered(
                example.inquiry(), example.number(), example.text(), "Yes.", Duration.ofMinutes(5), example.at());
    }

    static LearnedExample agent(String text, String topic, Instant at) {
        return new LearnedExample(
                UUID.randomUUID(), text, topic, true, Origin.AGENT, InquiryId.next(), "C-1", "k:1", at, 1);
    }

    private static LearnedExample audit(String text, String topic, boolean right) {
        return new LearnedExample(
                UUID.randomUUID(), text, topic, right, Origin.AUDIT, InquiryId.next(), "C-1", "k:1", NOW, .05);
    }

    private static LearnedExamples examples(double heldOut) {
        return examples(LearningDatabase.empty(), heldOut);
    }

    private static LearnedExamples examples(JdbcClient database, double heldOut) {
        return new LearnedExamples(database, settings(heldOut), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static LearningSettings settings(double heldOut) {
        return new LearningSettings(
                "-", LearningSettings.Promote.BY_A_PERSON, 200, 100, .95, heldOut, Duration.ofDays(90), 3, 5_000);
    }
}
