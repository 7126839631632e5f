package org.tandem.quality.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.assistant.classifier.Progress;
import org.tandem.quality.Guardrail;

/** Lives in a world whose model states a figure that is the greater the surer it is; texts say which topic it sees, and how surely. */
@Execution(ExecutionMode.CONCURRENT)
class LifeTest {

    private static final int LIVES = 6;
    private static final int INQUIRIES = 1_500;
    private static final Guardrail GUARDRAIL = new Guardrail(0.05);

    @ParameterizedTest
    @CsvSource({"0, 0.6", "0.15, 0.5", "0.5, 0.2", "0.7, 0.02"})
    void thePromiseIsKeptHoweverManyInquiriesAreAboutNoTopic(double outside, double leastAutomation) {
        var outcomes = IntStream.range(0, LIVES)
                .mapToObj(seed -> live(stream(outside, new Random(seed), INQUIRIES), 300, seed))
                .toList();

        assertThat(outcomes.stream().filter(outcome -> outcome.wrong() > 0.05)).hasSizeLessThanOrEqualTo(1);
        assertThat(outcomes.stream().mapToDouble(Outcome::automation).average().orElse(0))
                .isGreaterThan(leastAutomation);
    }

    /** From the middle on every second answer on one of the eight topics is wrong. */
    @Test
    void aTopicThatTurnsBadIsShutAndTheOthersGoOn() {
        for (int seed = 0; seed < LIVES; seed++) {
            var random = new Random(seed);
            var stream = new ArrayList<>(stream(0.15, random, INQUIRIES));
            for (int i = INQUIRIES / 2; i < INQUIRIES; i++) {
                var before = stream.get(i);
                if (before.topic().equals("a") && random.nextBoolean()) {
                    stream.set(i, new Incoming(i, before.text(), before.meaning(), "b"));
                }
            }

            var outcome = live(stream, 300, seed);

            assertThat(outcome.shut()).anySatisfy(moment -> {
                assertThat(moment.topic()).isEqualTo("a");
                assertThat(moment.at()).isBetween(INQUIRIES / 2, INQUIRIES / 2 + 400);
            });
            assertThat(outcome.automation()).isGreaterThan(0.3);
        }
    }

    @Test
    void nothingIsAnsweredInTheShadow() {
        var outcome = live(stream(0, new Random(1), 1_000), 500, 1);

        assertThat(outcome.opened()).isGreaterThanOrEqualTo(500);
        assertThat(outcome.overTime().get(9).automation()).isZero();
        assertThat(outcome.overTime().get(9).handedOver()).isEqualTo(500);
        assertThat(outcome.automation()).isGreaterThan(0.2);
        assertThat(outcome.handedOver() + Math.round(outcome.automation() * 1_000))
                .isEqualTo(1_000);
    }

    /** Other labels of what no person has seen, or of what is still to come, change nothing. */
    @Test
    void noLabelIsLookedAtBeforeItsTime() {
        var stream = stream(0.15, new Random(2), 1_000);
        var other = new ArrayList<>(stream);
        for (int i = 800; i < 1_000; i++) {
            var one = stream.get(i);
            other.set(i, new Incoming(i, one.text(), one.meaning(), ""));
        }

        var first = live(stream, 300, 1).overTime();
        var second = live(other, 300, 1).overTime();

        assertThat(second.subList(0, 16)).isEqualTo(first.subList(0, 16));
        assertThat(second.get(19)).isNotEqualTo(first.get(19));
    }

    @Test
    void theSameSeedGivesTheSameLife() {
        var stream = stream(0.3, new Random(3), 1_000);

        assertThat(live(stream, 300, 7)).isEqualTo(live(stream, 300, 7));
    }

    @Test
    void aBetterModelTakesOverAfterItHasDecidedSilently() {
        var stream = stream(0.5, new Random(4), 2_000);
        var life = new Life(
                new Life.Plan(0.05, 0.95, 300, 0.05, 1),
                GUARDRAIL.fresh(),
                LifeTest::judge,
                labelled -> LifeTest::judgeBetter,
                stream.size());

        var outcome = Outcome.of(life.live(stream, Progress.SILENT));

        assertThat(outcome.promoted()).isNotEmpty();
        assertThat(outcome.promoted().getFirst()).isGreaterThan(600);
        assertThat(outcome.automation()).isGreaterThan(live(stream, 300, 1).automation());
    }

    private static Outcome live(List<Incoming> stream, int shadow, long seed) {
        var plan = new Life.Plan(0.05, 0.95, shadow, 0.05, seed);
        var life = new Life(plan, GUARDRAIL.fresh(), LifeTest::judge, null, stream.size());
        return Outcome.of(life.live(stream, Progress.SILENT));
    }

    private static Judgement judge(Incoming inquiry) {
        var parts = inquiry.text().split(" ");
        return new Judgement(parts[0], new double[] {Double.parseDouble(parts[1])});
    }

    /** It also knows what is about no topic. */
    private static Judgement judgeBetter(Incoming inquiry) {
        double sure = judge(inquiry).figures()[0];
        return new Judgement(
                inquiry.text().split(" ")[0], new double[] {inquiry.text().endsWith("none") ? sure - 3 : sure});
    }

    private static List<Incoming> stream(double outside, Random random, int inquiries) {
        var topics = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        return IntStream.range(0, inquiries)
                .mapToObj(i -> {
                    boolean none = random.nextDouble() < outside;
                    double sure = random.nextGaussian() + (none ? -1 : 1.5);
                    var seen = topics.get(random.nextInt(topics.size()));
                    boolean right = !none && random.nextDouble() < 1 / (1 + Math.exp(-2 - 2.5 * sure));
                    var topic = right ? seen : none ? "" : topics.get((topics.indexOf(seen) + 1) % topics.size());
                    return new Incoming(
                            i, "%s %s %s".formatted(seen, sure, none ? "none" : "some"), new float[0], topic);
                })
                .toList();
    }
}
