package org.tandem.quality.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.assistant.KnowledgeFolder;
import org.tandem.assistant.Models;
import org.tandem.assistant.TopicClass;
import org.tandem.assistant.knowledge.Article;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.learning.KnowledgeGap.State;

/** Gaps among texts whose meaning is the direction that their first word names, in degrees. */
@Execution(ExecutionMode.CONCURRENT)
class GapsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final LearningDatabase database = new LearningDatabase();
    private final UnansweredInquiries unanswered = new UnansweredInquiries(database.client());
    private final KnowledgeGaps gaps = new KnowledgeGaps(database.client(), CLOCK);
    private final LearnedExamples examples = new LearnedExamples(database.client(), settings(0), CLOCK);
    private final ExampleList list = new ExampleList(database.client(), settings(0));
    private final KnowledgeFolder knowledge = mock(KnowledgeFolder.class);
    private final Models models = mock(Models.class);
    private final List<ArticleProposed> proposed = new ArrayList<>();
    private final Articles articles = new Articles(
            gaps,
            unanswered,
            examples,
            new Writing(models),
            knowledge,
            event -> proposed.add((ArticleProposed) event),
            CLOCK);

    @BeforeEach
    void meanings() {
        when(models.meaning(anyString()))
                .thenAnswer(call -> ClustersTest.at(
                        Double.parseDouble(call.getArgument(0, String.class).split(" ")[0])));
    }

    @Test
    void gapsAreRankedByHowManyThereAreTimesHowLongPeopleHadThem() {
        asked(6, 0, Duration.ofMinutes(5));
        asked(5, 150, Duration.ofMinutes(10));
        asked(1, 80, Duration.ofHours(9));

        finder(0).find();

        assertThat(gaps.ranked())
                .extracting(KnowledgeGap::inquiries, KnowledgeGap::time)
                .containsExactly(tuple(5, Duration.ofMinutes(50)), tuple(6, Duration.ofMinutes(30)));
        assertThat(proposed).isEmpty();
    }

    @Test
    void aGapThatGrowsStaysTheSameGapAndOneThatIsNoneAnyMoreGoes() {
        asked(5, 0, Duration.ofMinutes(5));
        finder(0).find();
        var gap = gaps.ranked().getFirst();
        asked(3, 2, Duration.ofMinutes(5));
        finder(0).find();

        assertThat(gaps.ranked()).singleElement().satisfies(grown -> {
            assertThat(grown.id()).isEqualTo(gap.id());
            assertThat(grown.inquiries()).isEqualTo(8);
        });
        unanswered.of(gap.id()).stream()
                .limit(5)
                .forEach(one -> database.client()
                        .sql("delete from unanswered_inquiry where inquiry_id = ?")
                        .param(one.inquiry().value())
                        .update());
        finder(0).find();
        assertThat(gaps.ranked()).isEmpty();
    }

    @Test
    void theDearestGapsAreProposedToEditorsAFewAtATimeAndOnce() {
        asked(5, 0, Duration.ofMinutes(5));
        asked(5, 60, Duration.ofMinutes(9));
        asked(5, 120, Duration.ofMinutes(7));

        finder(2).find();
        finder(2).find();

        assertThat(gaps.ranked())
                .extracting(KnowledgeGap::state)
                .containsExactly(State.PROPOSED, State.PROPOSED, State.FOUND);
        assertThat(proposed)
                .extracting(ArticleProposed::gapId)
                .containsExactlyElementsOf(
                        gaps.ranked().stream().limit(2).map(KnowledgeGap::id).toList());
    }

    @Test
    void whatAnEditorRefusedIsNotProposedAgainByItselfHoweverItGrows() {
        asked(5, 0, Duration.ofMinutes(5));
        finder(1).find();
        var gap = gaps.ranked().getFirst().id();

        assertThat(articles.refuse(gap, " ", "lena")).singleElement().asString().contains("Say why");
        assertThat(articles.refuse(gap, "We do not sell that", "lena")).isEmpty();
        asked(4, 1, Duration.ofMinutes(5));
        finder(1).find();

        assertThat(proposed).hasSize(1);
        assertThat(gaps.ranked()).singleElement().satisfies(refused -> {
            assertThat(refused.state()).isEqualTo(State.REFUSED);
            assertThat(refused.reason()).isEqualTo("We do not sell that");
            assertThat(refused.changedBy()).isEqualTo("lena");
            assertThat(refused.inquiries()).isEqualTo(9);
        });
        articles.propose(gap, "lena");
        assertThat(proposed).hasSize(2);
    }

    @Test
    void anArticleIsMadeOfTheMostTypicalQuestionsAndAnswersAndNothingElse() {
        var texts =
                List.of("-20 is it far", "0 do you plant trees? I like trees", "0 do you plant trees? I like trees");
        var answers = List.of("40 Sometimes.", "20 Yes, one for each order.", "-30 No.");
        IntStream.range(0, 3).forEach(i -> add(texts.get(i), answers.get(i), Duration.ofMinutes(50)));
        var members = unanswered.since(NOW.minusSeconds(1_000), 10);

        var article = new Writing(models).article(members);

        assertThat(article.title()).isEqualTo("0 do you plant trees?");
        assertThat(article.topic()).isEqualTo("0-do-you-plant-trees");
        assertThat(article.examples()).containsExactlyInAnyOrder("0 do you plant trees? I like trees", "-20 is it far");
        assertThat(article.answer()).isEqualTo("20 Yes, one for each order.");
        assertThat(article.otherAnswers()).contains("40 Sometimes.", "-30 No.");
        assertThat(article.asked()).isEqualTo("3 inquiries, which people had for 2 h 30 min altogether");
    }

    @Test
    void anApprovedArticleGoesIntoTheKnowledgeAndItsInquiriesTeachTheNewTopic() {
        asked(5, 0, Duration.ofMinutes(5));
        finder(1).find();
        var gap = gaps.ranked().getFirst().id();
        var inquiry = unanswered.of(gap).getFirst();
        keep(inquiry, "");
        when(knowledge.flaws(any())).thenReturn(List.of());
        when(knowledge.publish(any())).thenReturn(true);

        assertThat(articles.approve(gap, article("Yes, one for each order."))).isEmpty();
        assertThat(articles.approve(gap, article("Yes, one for each order."))).isEmpty();

        assertThat(gaps.find(gap).orElseThrow()).satisfies(approved -> {
            assertThat(approved.state()).isEqualTo(State.APPROVED);
            assertThat(approved.topic()).isEqualTo("trees");
            assertThat(approved.published()).isTrue();
            assertThat(approved.file()).contains("id: trees", "Yes, one for each order.");
        });
        assertThat(list.find("trees", null, 9).examples())
                .extracting(LearnedExample::topic)
                .containsExactly("trees");
        assertThatThrownBy(() -> articles.propose(gap, "lena")).hasMessageContaining("is approved already");
    }

    @Test
    void whereTheKnowledgeCannotBeWrittenToTheArticleIsKeptAndTheExamplesStayAsTheyAre() {
        asked(5, 0, Duration.ofMinutes(5));
        finder(1).find();
        var gap = gaps.ranked().getFirst().id();
        keep(unanswered.of(gap).getFirst(), "");
        when(knowledge.publish(any())).thenReturn(false);

        articles.approve(gap, article("Yes, one for each order."));

        assertThat(gaps.find(gap).orElseThrow().published()).isFalse();
        assertThat(list.find("", null, 9).examples())
                .extracting(LearnedExample::topic)
                .containsExactly("");
    }

    @Test
    void anArticleThatWouldNotPassTheCheckComesBackWithAllThatIsWrong() {
        asked(5, 0, Duration.ofMinutes(5));
        finder(1).find();
        var gap = gaps.ranked().getFirst().id();
        when(knowledge.flaws(any())).thenReturn(List.of("there are 2 examples"));

        assertThat(articles.approve(gap, article("Write to robin@example.com")))
                .containsExactly(
                        "there are 2 examples",
                        "The answer holds what tells who somebody is, such as a number. Take it out");
        assertThat(gaps.find(gap).orElseThrow().state()).isEqualTo(State.PROPOSED);
        articles.withdraw(gap);
        assertThat(gaps.find(gap).orElseThrow().state()).isEqualTo(State.FOUND);
        finder(1).find();
        assertThat(proposed).hasSize(1);
    }

    private void keep(Unanswered inquiry, String topic) {
        examples.keep(new LearnedExample(
                UUID.randomUUID(),
                inquiry.asked(),
                topic,
                true,
                LearnedExample.Origin.AGENT,
                inquiry.inquiry(),
                "C-1",
                "k:1",
                NOW,
                1));
    }

    private static Article article(String answer) {
        return new Article(
                "trees",
                "Trees",
                TopicClass.ROUTINE,
                false,
                "lena",
                "https://help.example/trees",
                List.of("a"),
                answer);
    }

    private void asked(int times, int direction, Duration time) {
        IntStream.range(0, times)
                .forEach(i -> add("%d asked %s".formatted(direction, UUID.randomUUID()), direction + " answer", time));
    }

    private void add(String asked, String answer, Duration time) {
        unanswered.add(new Unanswered(InquiryId.next(), "C-1", asked, answer, time, NOW.minusSeconds(60)));
    }

    private GapFinder finder(int atOnce) {
        return new GapFinder(unanswered, gaps, articles, models, settings(atOnce), database.transactions(), CLOCK);
    }

    private static LearningSettings settings(int articlesAtOnce) {
        return new LearningSettings(
                "-",
                LearningSettings.Promote.BY_A_PERSON,
                200,
                100,
                .95,
                .2,
                Duration.ofDays(90),
                articlesAtOnce,
                5_000);
    }
}
