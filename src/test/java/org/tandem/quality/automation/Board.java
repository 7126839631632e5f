package org.tandem.quality.automation;

import static org.mockito.Mockito.mock;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Draft;
import org.tandem.assistant.TopicClass;
import org.tandem.assistant.TopicScore;
import org.tandem.assistant.Understanding;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent;
import org.tandem.quality.audits.AuditSettings;
import org.tandem.quality.audits.HoldOut;
import org.tandem.staff.SetClock;
import org.tandem.testing.EmptyDatabase;

/** All of automation on a database of its own, without Spring, at a time that tests move. */
final class Board {

    static final double TOLERANCE = 0.05;

    final SetClock clock = new SetClock();
    final List<QualityEvent> published = new ArrayList<>();
    final Decisions decisions;
    final Standings standings;
    final Switchboard switchboard;
    final Calibrations calibrations;
    final Calibrating calibrating;
    final Automation automation;
    final ShadowDecisions shadow;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final AutomationSettings settings;
    private final AuditSettings audits = new AuditSettings(0.05, 0.5, 0.1, 0, 0);
    private Labels labels;
    private final Meeting meeting;
    private final Observations observations;
    private Guards guards;
    private final Surging surging;

    static AutomationSettings settings(AutomationSettings.Start start, boolean loosenByPerson) {
        return new AutomationSettings(
                start,
                300,
                0.95,
                loosenByPerson,
                Duration.ofHours(1),
                0.3,
                Duration.ofHours(1),
                0.25,
                0.05,
                Duration.ofDays(7));
    }

    Board(AutomationSettings.Start start, boolean loosenByPerson) {
        this(EmptyDatabase.h2(), start, loosenByPerson);
    }

    Board(EmptyDatabase empty, AutomationSettings.Start start, boolean loosenByPerson) {
        database = empty.client();
        transaction = new TransactionTemplate(empty.transactions());
        settings = settings(start, loosenByPerson);
        decisions = new Decisions(database);
        standings = new Standings(database);
        switchboard = new Switchboard(
                standings,
                settings,
                audits,
                mock(HoldOut.class),
                event -> {
                    if (event instanceof QualityEvent told) {
                        published.add(told);
                    }
                },
                clock);
        calibrations = new Calibrations(database);
        shadow = new ShadowDecisions(database);
        calibrating = new Calibrating(
                decisions,
                shadow,
                new LabelledDecisions(database),
                new AuditTally(database),
                calibrations,
                standings,
                tolerances(),
                settings,
                clock);
        automation = new Automation(
                decisions,
                switchboard,
                new Guarantees(calibrations, standings, tolerances()),
                new LabelledLately(database, Board::meaning, clock),
                clock);
        meeting = new Meeting(switchboard);
        observations = new Observations(database);
        surging = new Surging(database);
        guards = guards();
        labels = new Labels(decisions, guards, audits);
    }

    static ObjectProvider<Tolerances> tolerances() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("tolerances", (Tolerances) () -> Map.of("routine", TOLERANCE));
        return beans.getBeanProvider(Tolerances.class);
    }

    private Guards guards() {
        return new Guards(observations, standings, new Shutting(switchboard, observations), settings, tolerances());
    }

    /** What is only in the memory is gone. */
    void restart() {
        guards = guards();
        labels = new Labels(decisions, guards, audits);
    }

    Mode mode(String topic) {
        return switchboard.standing(Subject.topic(topic)).mode();
    }

    Word tries(InquiryId id, String topic, double risk) {
        return tries(id, "About %s".formatted(topic), topic, risk);
    }

    Word tries(InquiryId id, String asked, String topic, double risk) {
        clock.pass(Duration.ofSeconds(1));
        return automation.on(id, id + ":1", asked, attempt(topic, risk), 0);
    }

    /** Whether the AI answers a new inquiry, as the table would have it within the tolerance. */
    boolean isAnswered(InquiryId id, String topic) {
        var word = tries(id, topic, 0.1);
        boolean open = word.automation().equals(Word.OPEN);
        decided(id, topic, open ? "AI_ANSWER" : "PERSON_WITH_DRAFT", open ? "routine-confident" : "withheld");
        return open;
    }

    /** The gate has decided, and what it lets the AI answer is answered. */
    void decided(InquiryId id, String topic, String route, String rule) {
        hear(new InquiryEvent.Decided(
                UUID.randomUUID(), id, clock.instant(), id + ":1", route, rule, topic, "routine", 0.1, "m1"));
        if (route.equals("AI_ANSWER")) {
            hear(new InquiryEvent.AiAnswered(UUID.randomUUID(), id, clock.instant(), id + ":1", UUID.randomUUID()));
        }
    }

    /** What a person has said of an inquiry is remembered. */
    void learns(String text, String topic) {
        database.sql("""
                        insert into learned_example (id, text_hash, text, topic, is_topic, origin, inquiry_id, inquiry_number,
                            conversation_key, said_at, chance, held_out)
                        values (?, ?, ?, ?, true, 'AGENT', ?, 'TA-1', '1', ?, 1, false)
                        """)
                .params(
                        UUID.randomUUID(),
                        UUID.randomUUID().toString(),
                        text,
                        topic,
                        UUID.randomUUID(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    Suspicions suspicions() {
        return new Suspicions(decisions, guards, surging);
    }

    /** The model m2 beside. */
    void silently(ShadowDecisions.Open beside, String topic, double risk, boolean answers) {
        var silent = automation.silently(beside, "About %s".formatted(topic), attempt("m2", topic, risk));
        shadow.keep(silent, answers);
    }

    void hear(InquiryEvent event) {
        transaction.executeWithoutResult(status -> {
            meeting.hear(event);
            labels.hear(event);
            new Ratings(decisions, guards).hear(event);
        });
    }

    void byPerson(InquiryId id, @Nullable String topic, String verdict) {
        hear(new InquiryEvent.AnsweredByPerson(
                UUID.randomUUID(),
                id,
                clock.instant(),
                id + ":2",
                UUID.randomUUID(),
                "OTHER",
                verdict,
                null,
                topic,
                null));
    }

    void audited(InquiryId id, String topic, boolean wrong, boolean equalChance) {
        audited(new QualityEvent.AnswerAudited(
                UUID.randomUUID(), clock.instant(), id, id + ":1", topic, "m1", wrong, 0.05, equalChance, null));
    }

    void audited(QualityEvent.AnswerAudited event) {
        transaction.executeWithoutResult(status -> {
            labels.on(event);
            new AuditedAnswers(decisions, guards, tolerances()).on(event);
        });
    }

    void looks() {
        transaction.executeWithoutResult(status -> new Ripening(database, guards, settings, clock).look());
    }

    /** Each word points where its letters say. */
    static Optional<float[]> meaning(String text) {
        var meaning = new float[8];
        for (var word : text.split(" ")) {
            meaning[Math.floorMod(word.hashCode(), meaning.length)]++;
        }
        double length = Math.sqrt(IntStream.range(0, meaning.length)
                .mapToDouble(i -> meaning[i] * meaning[i])
                .sum());
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] /= (float) length;
        }
        return Optional.of(meaning);
    }

    static Attempt attempt(String topicId, double risk) {
        return attempt("m1", topicId, risk);
    }

    static Attempt attempt(String model, String topicId, double risk) {
        var topic = new TopicScore(topicId, topicId, TopicClass.ROUTINE, true, 1 - risk);
        var understanding = new Understanding("en", true, List.of(topic), List.of(topic), Set.of(), Map.of());
        return new Attempt.Drafted(understanding, new Draft("Soon.", topicId, List.of()), risk, 0.02, model);
    }
}
