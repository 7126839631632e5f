package org.tandem.quality.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.assistant.classifier.Progress;
import org.tandem.quality.backtest.Backtest.GateFile;
import org.tandem.quality.backtest.Backtest.Proposal;

@Execution(ExecutionMode.CONCURRENT)
class BacktestTest {

    private static final String MODELS = Path.of("processes").toUri().toString();
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Period MARCH =
            new Period(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
    private static final Route ANSWERED = new Route("AI_ANSWER", "routine-confident");
    private static final Route TOO_RISKY = new Route("PERSON_WITH_DRAFT", "too-risky-with-draft");

    private final PastCases cases = PastCases.inMemory();
    private final Map<String, Known> labels = new HashMap<>();

    @Test
    void aLooserToleranceMovesWhatWasJustTooRisky() {
        cases.decided("T-1", NOON, ANSWERED, PastCases.inputs("routine", 0.02, 0.1));
        cases.decided("T-2", NOON, TOO_RISKY, PastCases.inputs("routine", 0.3, 0.2));
        cases.decided("T-3", NOON, TOO_RISKY, PastCases.inputs("routine", 0.35, 0.3));

        var comparison = compare(Map.of("routine", 0.25));

        assertThat(comparison.decisions()).isEqualTo(3);
        assertThat(comparison.decided().automation()).isEqualTo(1 / 3.0);
        assertThat(comparison.whatIf().automation()).isEqualTo(2 / 3.0);
        assertThat(comparison.decided().toPeople()).isEqualTo(2);
        assertThat(comparison.whatIf().toPeople()).isEqualTo(1);
        assertThat(comparison.moves()).singleElement().satisfies(move -> {
            assertThat(move.from()).isEqualTo(TOO_RISKY);
            assertThat(move.to()).isEqualTo(ANSWERED);
            assertThat(move.examples()).containsExactly("T-2");
        });
    }

    /** The table in use decides what was decided as it was decided. */
    @Test
    void theSameGateMovesNothing() {
        cases.decided("T-1", NOON, ANSWERED, PastCases.inputs("routine", 0.02, 0.1));
        cases.decided("T-2", NOON, TOO_RISKY, PastCases.inputs("routine", 0.3, 0.2));

        var comparison = compare(Map.of());

        assertThat(comparison.moves()).isEmpty();
        assertThat(comparison.whatIf()).isEqualTo(comparison.decided());
        assertThat(comparison.unanswered()).isZero();
    }

    @Test
    void onlyThePeriodCounts() {
        cases.decided("T-1", MARCH.from().minusMillis(1), ANSWERED, PastCases.inputs("routine", 0.02, 0.1));
        cases.decided("T-2", MARCH.from(), ANSWERED, PastCases.inputs("routine", 0.02, 0.1));
        cases.decided("T-3", MARCH.to(), ANSWERED, PastCases.inputs("routine", 0.02, 0.1));

        assertThat(compare(Map.of()).decisions()).isEqualTo(1);
    }

    @Test
    void whatAPersonSaidCountsAndWhereNobodyDidTheStatedRisk() {
        known(cases.decided("T-1", NOON, TOO_RISKY, PastCases.inputs("routine", 0.3, 0.2)), new Known(true, null, 1));
        known(cases.decided("T-2", NOON, TOO_RISKY, PastCases.inputs("routine", 0.3, 0.2)), new Known(false, null, 1));
        cases.decided("T-3", NOON, TOO_RISKY, PastCases.inputs("routine", 0.25, 0.2));

        var wrong = compare(Map.of("routine", 0.25)).whatIf().wrong();

        assertThat(wrong.expected()).isCloseTo(1.25, within(1e-9));
        assertThat(wrong.known()).isEqualTo(2);
        assertThat(wrong.byRisk()).isEqualTo(1);
        assertThat(wrong.low()).isEqualTo(1);
        assertThat(wrong.high()).isEqualTo(2);
    }

    @Test
    void anAuditSpeaksForThoseItWasDrawnFrom() {
        for (int i = 0; i < 1_000; i++) {
            boolean isAudited = i % 10 == 0;
            var key = cases.decided("T-" + i, NOON, ANSWERED, PastCases.inputs("routine", 0.01, 0.1));
            known(key, new Known(isAudited ? i % 100 == 0 : null, null, 0.1));
        }

        var wrong = compare(Map.of()).decided().wrong();

        assertThat(wrong.audits()).isEqualTo(100);
        assertThat(wrong.byAudits()).isEqualTo(1_000);
        assertThat(wrong.expected()).isCloseTo(100, within(1e-6));
        assertThat(wrong.low()).isBetween(40.0, 60.0);
        assertThat(wrong.high()).isBetween(165.0, 200.0);
    }

    @Test
    void whatSilentDecisionsWouldHaveDoneIsSeenAsIfAutomationHadBeenOpen() {
        var silent = PastCases.inputs("routine", 0.02, 0.1);
        silent.put("automation", "shadow");
        cases.decided("T-1", NOON, new Route("PERSON_WITH_DRAFT", "withheld"), silent);

        var open = cases.backtest(keys -> labels, MODELS);

        assertThat(open.compare(new Proposal(null, Map.of(), null, 0, true), MARCH, Progress.SILENT)
                        .whatIf()
                        .answered())
                .isEqualTo(1);
    }

    @Test
    void aGateWithAMistakeIsRefusedInTheSentencesOfThePolicy() throws IOException {
        var gate = Files.readString(Path.of("processes/confidence-gate.dmn"))
                .replace("<text>&gt;= 0.5</text>", "<text>&gt;= 0.5 or</text>");

        assertThatThrownBy(() -> compare(new GateFile("looser.dmn", gate.getBytes(UTF_8))))
                .isInstanceOf(GateRefused.class)
                .hasMessageContaining("looser.dmn")
                .hasMessageContaining("is not FEEL");
    }

    @Test
    void aGateThatDecidesSomethingElseIsRefused() throws IOException {
        var gate = Files.readString(Path.of("processes/confidence-gate.dmn"))
                .replace("decision id=\"confidence-gate\"", "decision id=\"another\"");

        assertThatThrownBy(() -> compare(new GateFile("another.dmn", gate.getBytes(UTF_8))))
                .isInstanceOf(GateRefused.class)
                .hasMessageContaining("confidence-gate");
    }

    @Test
    void aToleranceOfARuleThatHasNoneIsRefused() {
        assertThatThrownBy(() -> compare(Map.of("sensitive", 0.2)))
                .hasMessage("The gate has no tolerance for sensitive topics; it has them for routine, account");
        assertThatThrownBy(() -> compare(Map.of("routine", 15.0)))
                .hasMessage("The tolerance for routine topics has to be between 0 and 1, such as 0.1, but it is 15.0");
    }

    @Test
    void hoursAreAtTheMedianHandlingTime() {
        for (int minutes : new int[] {10, 30, 500}) {
            handled("T-" + minutes, Duration.ofMinutes(minutes));
        }

        var comparison = compare(Map.of());

        assertThat(comparison.handlingMinutes()).isEqualTo(30);
        assertThat(comparison.decided().hours()).isEqualTo(1.5);
    }

    private void handled(String number, Duration time) {
        var key = cases.decided(number, NOON, TOO_RISKY, PastCases.inputs("routine", 0.3, 0.2));
        cases.backtest(keys -> labels, MODELS);
        var id = UUID.fromString(key.substring(0, key.indexOf(':')));
        var at = NOON.atOffset(ZoneOffset.UTC);
        cases.database()
                .sql(
                        "insert into inquiry_hand_over (inquiry_id, position, conversation_key, reason, queue, first_response_due,"
                                + " resolution_due, handed_over_at) values (?, 0, ?, 'GATE', 'general', ?, ?, ?)")
                .params(id, id + ":2", at, at, at)
                .update();
        cases.database()
                .sql("insert into inquiry_answer (inquiry_id, position, conversation_key, message_id, resolution_code,"
                        + " draft_verdict, product_feedback, answered_at) values (?, 0, ?, ?, 'x', 'NO_DRAFT', '', ?)")
                .params(id, id + ":2", UUID.randomUUID(), at.plus(time))
                .update();
    }

    private void known(String key, Known known) {
        labels.put(key, known);
    }

    private Comparison compare(Map<String, Double> tolerances) {
        return compare(null, tolerances);
    }

    private Comparison compare(GateFile gate) {
        return compare(gate, Map.of());
    }

    private Comparison compare(@Nullable GateFile gate, Map<String, Double> tolerances) {
        return cases.backtest(keys -> labels, MODELS)
                .compare(new Proposal(gate, tolerances, null, 0, false), MARCH, Progress.SILENT);
    }
}
