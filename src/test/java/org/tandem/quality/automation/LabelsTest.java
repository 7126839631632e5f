package org.tandem.quality.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Draft;
import org.tandem.assistant.TopicClass;
import org.tandem.assistant.TopicScore;
import org.tandem.assistant.Understanding;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent.AnswerAudited;
import org.tandem.quality.QualityEvent.OutcomeRevised;
import org.tandem.quality.QualityEvent.Truth;
import org.tandem.quality.audits.AuditSettings;

@Execution(ExecutionMode.CONCURRENT)
class LabelsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    private static final double LEAST_AUDITED = 0.05;

    private final Decisions decisions = new Decisions(LedgerDatabase.empty());
    private final Labels labels = new Labels(decisions, mock(), new AuditSettings(LEAST_AUDITED, 0.5, 0.1, 0, 0));
    private final InquiryId id = InquiryId.next();
    private final String key = id + ":1";

    @ParameterizedTest
    @CsvSource(nullValues = "-", useHeadersInDisplayName = true, textBlock = """
        said,        verdict,  right
        refund,      USED,     true
        refund,      EDITED,   true
        refund,      NO_DRAFT, true
        refund,      WRONG,    false
        credit,      USED,     false
        '',          NO_DRAFT, false
        -,           USED,     true
        -,           WRONG,    false
        -,           NO_DRAFT, -
        """)
    void whoAnswersInsteadSaysWhetherItWasRight(@Nullable String said, String verdict, @Nullable Boolean right) {
        tried(new Word(Word.SHADOW, 0, 0.05, Guarantee.EXAMPLES));
        decided("PERSON_WITH_DRAFT", "withheld");
        byPerson(said, verdict);

        var decision = find();
        assertThat(decision.wouldAnswer()).isTrue();
        assertThat(decision.saidTopic()).isEqualTo(said);
        assertThat(decision.label()).isEqualTo(right == null ? null : new Label(right, 1, Label.PERSON));
    }

    @Test
    void anAuditStandsForThoseThatWereNotDrawn() {
        tried(new Word(Word.OPEN, 1, 0.05, Guarantee.EXAMPLES));
        decided("AI_ANSWER", "routine-confident");
        labels.hear(new InquiryEvent.AiAnswered(UUID.randomUUID(), id, NOON, key, UUID.randomUUID()));
        labels.on(audit(false, 0.2));

        assertThat(find().answered()).isTrue();
        assertThat(Objects.requireNonNull(find().label()).weight()).isEqualTo(5, within(1e-9));
        assertThat(Objects.requireNonNull(find().label()).right()).isTrue();
    }

    /** Those among the drawn ones stand for it. */
    @Test
    void anAuditBecauseOfALowRatingStandsForNone() {
        tried(new Word(Word.OPEN, 1, 0.05, Guarantee.EXAMPLES));
        decided("AI_ANSWER", "routine-confident");
        labels.hear(new InquiryEvent.AiAnswered(UUID.randomUUID(), id, NOON, key, UUID.randomUUID()));
        labels.on(new AnswerAudited(UUID.randomUUID(), NOON, id, key, "refund", "m1", true, 1, false, null));

        assertThat(find().label()).isEqualTo(new Label(false, 0, Label.AUDIT));
    }

    @Test
    void whatAPersonSaysLaterOfAnInquiryThatTheAiAnsweredIsNoLabel() {
        tried(new Word(Word.OPEN, 1, 0.05, Guarantee.EXAMPLES));
        decided("AI_ANSWER", "routine-confident");
        labels.hear(new InquiryEvent.AiAnswered(UUID.randomUUID(), id, NOON, key, UUID.randomUUID()));
        byPerson("credit", "NO_DRAFT");

        assertThat(find().label()).isNull();
    }

    /** Weights of both ways together stand for all decisions, on average over the draws. */
    @Test
    void labelsStandForAllDecisionsHoweverTheyCameToBeSeen() {
        double chance = 0.7;
        double drawn = 0.3;
        tried(new Word(Word.OPEN, chance, 0.05, Guarantee.EXAMPLES));
        decided("AI_ANSWER", "routine-confident");
        labels.on(audit(false, drawn));
        double ofAudit = Objects.requireNonNull(find().label()).weight();
        var other = InquiryId.next();
        decisions.keep(
                Tried.of(other, other + ":1", attempt(), 0, NOON),
                new Word(Word.NOT_RELEASED, chance, 0.05, Guarantee.EXAMPLES));
        labels.hear(decidedEvent(other, "PERSON_WITH_DRAFT", "withheld"));
        labels.hear(byPersonEvent(other, "refund", "USED"));
        double ofPerson = Objects.requireNonNull(
                        decisions.find(other + ":1").orElseThrow().label())
                .weight();

        assertThat((1 - chance) * ofPerson + chance * drawn * ofAudit).isEqualTo(1, within(1e-9));
    }

    @Test
    void everyEventMayBeHeardAgain() {
        tried(new Word(Word.SHADOW, 0, 0.05, Guarantee.EXAMPLES));
        for (int i = 0; i < 2; i++) {
            decided("PERSON_WITH_DRAFT", "withheld");
            byPerson("refund", "USED");
            tried(new Word(Word.OPEN, 1, 0.1, "other"));
        }
        byPerson("credit", "WRONG");

        assertThat(find().told()).isEqualTo(new Word(Word.SHADOW, 0, 0.05, Guarantee.EXAMPLES));
        assertThat(find().label()).isEqualTo(new Label(true, 1, Label.PERSON));
    }

    @Test
    void aRepeatedAttemptReplacesWhatTheGateHasNotSeen() {
        tried(new Word(Word.SHADOW, 0, 0.05, Guarantee.EXAMPLES));
        tried(new Word(Word.OPEN, 1, 0.1, Guarantee.EXAMPLES));

        assertThat(find().told().automation()).isEqualTo(Word.OPEN);
    }

    @Test
    void theLedgerTellsWhatWasDecidedWithAllThatTheGateWasTold() {
        tried(new Word(Word.SHADOW, 0, 0.05, Guarantee.EXAMPLES));
        decided("PERSON_WITH_DRAFT", "withheld");
        labels.on(new OutcomeRevised(
                UUID.randomUUID(), NOON, id, key, true, "refund", Truth.UNKNOWN, Truth.WRONG, "audit"));

        List<DecisionRecord> all = new ArrayList<>();
        decisions.between(NOON, NOON.plusSeconds(1), all::add);
        assertThat(all).singleElement().satisfies(decision -> {
            assertThat(decision.tried()).usingRecursiveComparison().isEqualTo(Tried.of(id, key, attempt(), 0, NOON));
            assertThat(decision.truth()).isEqualTo(Truth.WRONG);
            assertThat(decision.route()).isEqualTo("PERSON_WITH_DRAFT");
        });
        decisions.between(NOON.plusSeconds(1), NOON.plusSeconds(2), all::add);
        assertThat(all).hasSize(1);
    }

    private DecisionRecord find() {
        return decisions.find(key).orElseThrow();
    }

    private void tried(Word word) {
        decisions.keep(Tried.of(id, key, attempt(), 0, NOON), word);
    }

    private void decided(String route, String rule) {
        labels.hear(decidedEvent(id, route, rule));
    }

    private static InquiryEvent decidedEvent(InquiryId id, String route, String rule) {
        return new InquiryEvent.Decided(
                UUID.randomUUID(), id, NOON, id + ":1", route, rule, "refund", "routine", 0.1, "m1");
    }

    private void byPerson(@Nullable String topic, String verdict) {
        labels.hear(byPersonEvent(id, topic, verdict));
    }

    private static InquiryEvent byPersonEvent(InquiryId id, @Nullable String topic, String verdict) {
        return new InquiryEvent.AnsweredByPerson(
                UUID.randomUUID(), id, NOON, id + ":2", UUID.randomUUID(), "OTHER", verdict, null, topic, null);
    }

    private AnswerAudited audit(boolean wrong, double drawn) {
        return new AnswerAudited(UUID.randomUUID(), NOON, id, key, "refund", "m1", wrong, drawn, true, null);
    }

    private static Attempt attempt() {
        var topic = new TopicScore("refund", "Refund", TopicClass.ROUTINE, true, 0.9);
        var understanding = new Understanding(
                "en", true, List.of(topic), List.of(topic), Set.of(), Map.of("outside", 0.1, "alikeMeaning", 0.8));
        return new Attempt.Drafted(understanding, new Draft("Soon.", "refund", List.of()), 0.1, 0.05, "m1");
    }
}
