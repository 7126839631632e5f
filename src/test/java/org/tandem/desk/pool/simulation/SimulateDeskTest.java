package org.tandem.desk.pool.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.CommandRun;

class SimulateDeskTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theSameSeedGivesTheSameAndEachWayPlaysTheSameCases() throws Exception {
        var once = played("--seed", "7");
        var again = played("--seed", "7");
        var other = played("--seed", "8");

        assertThat(again.get("ways")).isEqualTo(once.get("ways"));
        assertThat(other.get("ways")).isNotEqualTo(once.get("ways"));
        assertThat(once.get("ways")).hasSize(4).allSatisfy(way -> {
            assertThat(way.get("cases")).isEqualTo(once.at("/ways/tandem/cases"));
            assertThat(way.get("begun").asInt()).isBetween(1, way.get("cases").asInt());
            assertThat(way.get("idleShare").asDouble()).isBetween(0.0, 1.0);
            assertThat(way.get("giniPay").asDouble()).isBetween(0.0, 1.0);
        });
        assertThat(once.at("/decisions/count").asInt())
                .isGreaterThanOrEqualTo(once.at("/ways/tandem/begun").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "--agents=0, '--agents, --cases, --days and --offer-seconds have to be at least 1, but they are 0'",
        "--declines=0.99, shares that add up to less than 1",
        "--staffing=0, have to be more than 0"
    })
    void whatCannotBePlayedIsRefusedWithTheReason(String argument, String reason) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString()).contains(reason);
    }

    @Test
    void evenIsZeroAndAllForOneIsNearlyOne() {
        assertThat(Gini.of(new double[] {3, 3, 3, 3})).isCloseTo(0, within(1e-12));
        assertThat(Gini.of(new double[] {0, 0, 0, 8})).isCloseTo(0.75, within(1e-12));
        assertThat(Gini.of(new double[] {1, 3})).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void noOtherAssignmentIsWorthMore() {
        var random = new Random(3);
        for (var tries = 0; tries < 50; tries++) {
            var value = new double[4][6];
            for (var row : value) {
                IntStream.range(0, row.length).forEach(column -> row[column] = random.nextInt(20));
            }

            var best = Assignment.best(value);

            assertThat(best).doesNotHaveDuplicates();
            assertThat(IntStream.range(0, 4)
                            .mapToDouble(row -> value[row][best[row]])
                            .sum())
                    .isEqualTo(most(value, 0, 0));
        }
    }

    private static double most(double[][] value, int row, int taken) {
        if (row == value.length) {
            return 0;
        }
        return IntStream.range(0, value[row].length)
                .filter(column -> (taken & 1 << column) == 0)
                .mapToDouble(column -> value[row][column] + most(value, row + 1, taken | 1 << column))
                .max()
                .orElseThrow();
    }

    private JsonNode played(String... arguments) throws Exception {
        out.getBuffer().setLength(0);
        var all =
                new ArrayList<>(List.of("--agents", "40", "--cases", "1500", "--days", "1", "--handling-minutes", "6"));
        all.addAll(List.of(arguments));
        assertThat(run(all.toArray(String[]::new))).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... arguments) {
        return CommandRun.run(new SimulateDesk(), out, err, arguments);
    }
}
