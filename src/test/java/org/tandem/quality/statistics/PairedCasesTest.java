package org.tandem.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tandem.quality.statistics.PairedCases.Result.HANDED_OVER;
import static org.tandem.quality.statistics.PairedCases.Result.RIGHT;
import static org.tandem.quality.statistics.PairedCases.Result.WRONG;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.quality.statistics.PairedCases.PairedCase;
import org.tandem.quality.statistics.PairedCases.Result;

@Execution(ExecutionMode.CONCURRENT)
class PairedCasesTest {

    @Test
    void coverageIsJudgedAsByMcNemarsExactTest() {
        var cases = new ArrayList<PairedCase>();
        cases.addAll(times(100, RIGHT, RIGHT));
        cases.addAll(times(11, RIGHT, HANDED_OVER));
        cases.addAll(times(3, HANDED_OVER, RIGHT));

        double exact = 1 - new BinomialDistribution(null, 14, .5).cumulativeProbability(10);
        assertThat(new PairedCases(cases).coverageIsWorse()).isCloseTo(exact, within(.006));
        assertThat(exact).isCloseTo(.0287, within(.0001));
    }

    @Test
    void withEqualCoverageRiskIsJudgedByTheCasesThatOnlyOneGotWrong() {
        var cases = new ArrayList<>(times(60, RIGHT, RIGHT));
        cases.addAll(times(3, RIGHT, WRONG));

        assertThat(new PairedCases(cases).riskIsWorse()).isCloseTo(.125, within(.015));
        cases.addAll(times(3, RIGHT, WRONG));
        assertThat(new PairedCases(cases).riskIsWorse()).isLessThan(.05);
    }

    @Test
    void whoeverIsBetterOrTheSameIsNotWorse() {
        var better = new PairedCases(times(20, WRONG, HANDED_OVER));

        assertThat(better.riskIsWorse()).isEqualTo(1);
        assertThat(better.coverageIsWorse()).isLessThan(.001);
        assertThat(new PairedCases(List.of()).riskIsWorse()).isEqualTo(1);
        assertThat(new PairedCases(List.of()).challengersRisk().estimate()).isNaN();
    }

    @Test
    void aCaseThatStandsForManyCountsAsMany() {
        var cases = new ArrayList<>(times(20, HANDED_OVER, RIGHT));
        cases.add(new PairedCase(RIGHT, HANDED_OVER, .05));
        var pairs = new PairedCases(cases);

        assertThat(pairs.challengersCoverage().estimate()).isEqualTo(.5);
        assertThat(pairs.championsCoverage().estimate()).isEqualTo(.5);
        assertThat(pairs.coverageIsWorse()).isEqualTo(1);
        assertThatThrownBy(() -> new PairedCase(RIGHT, RIGHT, 0)).hasMessageContaining("not 0");
    }

    /** The labelled cases as they come: all that is handed over, one in twenty of what the champion answers. */
    @Test
    void anEquallyGoodChallengerIsSeldomCalledWorseAndAWorseOneOften() {
        assertThat(calledWorse(.02, .02, .5)).isLessThan(.16);
        assertThat(calledWorse(.02, .12, .5)).isGreaterThan(.7);
    }

    private static double calledWorse(double before, double after, double coverage) {
        int runs = 150;
        var random = new SplittableRandom(7);
        long worse = IntStream.range(0, runs)
                .filter(run -> {
                    var cases = new ArrayList<PairedCase>();
                    for (int i = 0; i < 4_000; i++) {
                        double hard = random.nextDouble();
                        var champion = result(random, hard, before, coverage);
                        var challenger = result(random, hard, after, coverage);
                        double chance = champion == HANDED_OVER ? 1 : .1;
                        if (random.nextDouble() < chance) {
                            cases.add(new PairedCase(champion, challenger, chance));
                        }
                    }
                    return new PairedCases(cases).riskIsWorse() <= .05;
                })
                .count();
        return (double) worse / runs;
    }

    /** Both answer much the same cases. */
    private static Result result(SplittableRandom random, double hard, double risk, double coverage) {
        return hard + random.nextDouble(-.1, .1) > coverage ? HANDED_OVER : random.nextDouble() < risk ? WRONG : RIGHT;
    }

    private static List<PairedCase> times(int times, Result champion, Result challenger) {
        return Collections.nCopies(times, new PairedCase(champion, challenger, 1));
    }
}
