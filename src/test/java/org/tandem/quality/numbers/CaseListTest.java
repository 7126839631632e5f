package org.tandem.quality.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.tandem.testing.TablesInMemory;

@Execution(ExecutionMode.CONCURRENT)
class CaseListTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final DataSource DATABASE = TablesInMemory.create();

    @BeforeAll
    static void thereAreCases() throws SQLException {
        GeneratedCases.fill(DATABASE, 10_000, 5, Instant.parse("2026-03-31T12:00:00Z"));
    }

    static Stream<CaseList.Wanted> lists() {
        return Stream.of(null, "topic-07")
                .flatMap(topic -> Arrays.stream(Side.values())
                        .flatMap(side -> Arrays.stream(Count.values()).map(count -> wanted(topic, side, count))));
    }

    private static CaseList.Wanted wanted(@Nullable String topic, Side side, Count count) {
        return new CaseList.Wanted(new Scope(TODAY.minusDays(364), TODAY, topic), side, count, null);
    }

    /** Else all of them are read and sorted before the first is shown. */
    @ParameterizedTest
    @MethodSource("lists")
    void theLatestCasesComeFromAnIndexInTheirOrder(CaseList.Wanted wanted) {
        var plan = new NamedParameterJdbcTemplate(DATABASE)
                .queryForObject(
                        "explain " + CaseList.sql(wanted, "", "limit 50"),
                        Map.of("from", TODAY.minusDays(364), "until", TODAY.plusDays(1), "topic", "topic-07"),
                        String.class);

        assertThat(plan).contains("/* index sorted */");
    }
}
