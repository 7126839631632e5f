package org.tandem.quality.numbers;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.quality.audits.AddedUp;

/**
 * Very many cases in all that the pages of quality read, evenly over the days until today, with the figures of an invented service: two
 * thirds automated, one in fifty held out, customers of the AI a little less satisfied, one in twenty of its answers audited, one in fifty of people's and all that were held out. What the
 * numbers are does not matter, only that they look real.
 */
public final class GeneratedCases {

    private static final int BATCH = 5_000;
    private static final int DAYS_AT_ONCE = 10;
    private static final int TOPICS = 40;
    private static final int COLUMNS = 33;
    private static final String[] REASONS = {"GATE: account-risk", "GATE: too-risky", "CUSTOMER_ASKED", "NOT_SOLVED"};
    private static final BigDecimal ATTEMPT = new BigDecimal("0.1");

    private final SplittableRandom random;
    private final Instant now;
    private final int days;

    private GeneratedCases(long seed, Instant now, int days) {
        this.random = new SplittableRandom(seed);
        this.now = now;
        this.days = days;
    }

    /** Fills the read model up to so many, sums all days, and makes of them what else quality keeps. */
    public static void fillAll(DataSource source, int cases, int days, Instant now) throws SQLException, IOException {
        fill(source, cases, days, now);
        var database = JdbcClient.create(source);
        if (database.sql("select count(*) from automation_state")
                        .query(Integer.class)
                        .single()
                > 0) {
            return;
        }
        var statements = new ClassPathResource("benchmark/generated-quality.sql")
                .getContentAsString(StandardCharsets.UTF_8)
                .split(";\n");
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        for (int day = days; day > 0; day -= DAYS_AT_ONCE) {
            for (var statement : statements) {
                if (statement.contains(":first")) {
                    database.sql(statement)
                            .param("first", Date.valueOf(today.minusDays(day - 1L)))
                            .param("last", Date.valueOf(today.minusDays(Math.max(0, day - DAYS_AT_ONCE))))
                            .update();
                }
            }
        }
        Stream.of(statements)
                .filter(statement -> !statement.contains(":first") && !statement.isBlank())
                .forEach(statement -> database.sql(statement).update());
        AddedUp.anew(database);
        new JdbcTemplate(source).execute("analyze");
    }

    /** Fills the read model up to so many, and sums all days. */
    public static void fill(DataSource source, int cases, int days, Instant now) throws SQLException {
        var database = new JdbcTemplate(source);
        var there = database.queryForObject("select count(*) from case_figures", Integer.class);
        int missing = cases - (there == null ? 0 : there);
        if (missing <= 0) {
            return;
        }
        try (var connection = source.getConnection()) {
            new GeneratedCases(missing, now, days).write(connection, missing);
        }
        var sums = new Days(source);
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        for (int day = 0; day < days; day++) {
            var date = today.minusDays(day);
            transaction.executeWithoutResult(status -> sums.sum(date));
        }
        database.execute("analyze");
    }

    private void write(Connection connection, int cases) throws SQLException {
        connection.setAutoCommit(false);
        var marks = "?, ".repeat(COLUMNS - 1) + "?";
        try (var insert = connection.prepareStatement("""
                insert into case_figures (inquiry_id, number, received_at, received_on, topic, topic_class, route, rule, risk,
                    model_version, answered_by, held_out, automated, first_response, resolved_at, resolution, settled, settles_at,
                    reopened, repeat_contact, came_back, asked, csat, person_requested_at, person_answered_at, person_wait, reason, handling, label,
                    audited_wrong, audit_drawn, ai_cost, human_cost)
                values (%s)""".formatted(marks))) {
            for (int i = 0; i < cases; i++) {
                add(insert, i, cases);
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private void add(PreparedStatement insert, int number, int of) throws SQLException {
        var received = now.minus(Duration.ofDays(days - 1L)).plusSeconds((days - 1L) * 86_400 * number / of);
        double risk = Math.pow(random.nextDouble(), 3);
        boolean wouldAnswer = risk < 0.35;
        boolean heldOut = wouldAnswer && random.nextInt(50) == 0;
        boolean byAi = wouldAnswer && !heldOut;
        boolean wanted = random.nextInt(byAi ? 25 : 10) == 0;
        boolean automated = byAi && !wanted && random.nextInt(20) > 0;
        long first = byAi ? 2 + random.nextInt(8) : 300 + (long) (3_600 * -Math.log(1 - random.nextDouble()));
        long wait = 300 + (long) (1_800 * -Math.log(1 - random.nextDouble()));
        long last = automated ? first + random.nextInt(90) : first + wait;
        var resolved = received.plusSeconds(last + 60);
        boolean isResolved = resolved.isBefore(now) && random.nextInt(40) > 0;
        boolean settled = isResolved && !now.isBefore(resolved.plus(CaseFigures.WINDOW));
        boolean reopened = isResolved && random.nextInt(byAi ? 30 : 40) == 0;
        boolean repeated = isResolved && random.nextInt(byAi ? 18 : 14) == 0;
        boolean asked = isResolved && random.nextInt(4) > 0;
        boolean rated = asked && random.nextInt(5) == 0;
        boolean wrong = random.nextDouble() < (byAi ? risk * 0.3 : 0.04);
        boolean known = rated || reopened || repeated || random.nextInt(6) == 0;
        boolean audited = heldOut || random.nextInt(byAi ? 20 : 50) == 0;
        long handling = automated ? 0 : Math.min(360, wait);
        int at = 1;
        insert.setObject(at++, new UUID(random.nextLong(), random.nextLong()));
        insert.setString(at++, "TA-%04d-%04d".formatted(number / 10_000, number % 10_000));
        insert.setTimestamp(at++, Timestamp.from(received));
        insert.setDate(at++, Date.valueOf(LocalDate.ofInstant(received, ZoneOffset.UTC)));
        insert.setString(at++, topic());
        insert.setString(at++, "routine");
        insert.setString(at++, byAi ? "AI_ANSWER" : "PERSON_WITH_DRAFT");
        insert.setString(at++, byAi ? "routine-answer" : heldOut ? "withheld" : "too-risky");
        insert.setDouble(at++, risk);
        insert.setString(at++, "sample-1");
        insert.setString(at++, byAi ? "AI" : "PERSON");
        insert.setBoolean(at++, heldOut);
        insert.setBoolean(at++, automated);
        insert.setLong(at++, first);
        insert.setTimestamp(at++, isResolved ? Timestamp.from(resolved) : null);
        insert.setObject(at++, isResolved && !reopened && !repeated ? last : null);
        insert.setBoolean(at++, settled);
        insert.setTimestamp(at++, isResolved && !settled ? Timestamp.from(resolved.plus(CaseFigures.WINDOW)) : null);
        insert.setBoolean(at++, reopened);
        insert.setBoolean(at++, repeated);
        insert.setBoolean(at++, reopened || repeated);
        insert.setBoolean(at++, asked);
        insert.setObject(at++, rated ? rating(wrong) : null);
        insert.setTimestamp(at++, wanted ? Timestamp.from(received.plusSeconds(first)) : null);
        insert.setTimestamp(at++, automated ? null : Timestamp.from(received.plusSeconds(last)));
        insert.setObject(at++, wanted ? wait : null);
        insert.setString(at++, automated ? null : REASONS[wanted ? 2 : byAi ? 3 : random.nextInt(2)]);
        insert.setLong(at++, handling);
        insert.setString(at++, known ? wrong ? "WRONG" : "RIGHT" : "UNKNOWN");
        insert.setObject(at++, audited ? wrong : null);
        insert.setObject(at++, audited ? heldOut ? 1 : byAi ? 0.05 : 0.02 : null);
        insert.setBigDecimal(at++, ATTEMPT);
        insert.setBigDecimal(at++, BigDecimal.valueOf(handling * 3_000 / 3_600));
        insert.addBatch();
    }

    /** Some topics are asked about much more than others; some inquiries are about none. */
    private String topic() {
        int topic = (int) (TOPICS * Math.pow(random.nextDouble(), 2));
        return topic == TOPICS - 1 ? CaseTable.NO_TOPIC : "topic-%02d".formatted(topic);
    }

    private int rating(boolean wrong) {
        return wrong ? 1 + random.nextInt(3) : Math.min(5, 3 + random.nextInt(4));
    }
}
