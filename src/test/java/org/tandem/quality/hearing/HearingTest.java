package org.tandem.quality.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;

@Execution(ExecutionMode.CONCURRENT)
class HearingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final Inbox inbox = new Inbox(
            JdbcClient.create(database),
            JsonMapper.builder().addModule(new JavaTimeModule()).build());
    private final List<InquiryEvent> heard = new ArrayList<>();
    private final List<InquiryEvent> refused = new ArrayList<>();

    @BeforeEach
    void tables() {
        Flyway.configure().dataSource(database).load().migrate();
    }

    @Test
    void whatHappenedIsHeardOnceAndInOrder() {
        var id = InquiryId.next();
        var received = received(id);
        var rated = new InquiryEvent.Rated(UUID.randomUUID(), id, NOON, 4);
        note(received, rated);

        hear(NOON);
        hear(NOON);

        assertThat(heard).containsExactly(received, rated);
    }

    @Test
    void whatWasRolledBackHasNotHappened() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            inbox.note(received(InquiryId.next()));
            status.setRollbackOnly();
        });

        hear(NOON);

        assertThat(heard).isEmpty();
    }

    @Test
    void anEventThatCannotBeHeardHoldsUpItsInquiryAndNoOther() {
        var troubled = InquiryId.next();
        var first = received(troubled);
        var second = new InquiryEvent.Rated(UUID.randomUUID(), troubled, NOON, 1);
        var other = received(InquiryId.next());
        note(first, second, other);
        refused.add(first);

        hear(NOON);
        assertThat(heard).containsExactly(other);

        refused.clear();
        hear(NOON.plusSeconds(5));
        assertThat(heard).containsExactly(other);

        hear(NOON.plusSeconds(11));
        assertThat(heard).containsExactly(other, first, second);
    }

    @Test
    void itIsTriedLessAndLessOften() {
        var event = received(InquiryId.next());
        note(event);
        refused.add(event);
        hear(NOON);
        hear(NOON.plusSeconds(11));
        refused.clear();

        hear(NOON.plusSeconds(22));
        assertThat(heard).isEmpty();

        hear(NOON.plus(Duration.ofMinutes(1)));
        assertThat(heard).containsExactly(event);
    }

    @Test
    void moreThanOneBatchIsHeardAtOnce() {
        var events = new ArrayList<InquiryEvent>();
        for (int i = 0; i < 1_234; i++) {
            events.add(received(InquiryId.next()));
        }
        note(events.toArray(InquiryEvent[]::new));

        hear(NOON);

        assertThat(heard).containsExactlyElementsOf(events);
    }

    private static InquiryEvent received(InquiryId id) {
        return new InquiryEvent.Received(UUID.randomUUID(), id, NOON, "TA-0000-0000", id + ":1");
    }

    private void note(InquiryEvent... events) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (var event : events) {
                inbox.note(event);
            }
        });
    }

    private void hear(Instant now) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("ear", (Ear) event -> {
            if (refused.contains(event)) {
                throw new IllegalArgumentException("not this one");
            }
            heard.add(event);
        });
        new Hearing(inbox, beans.getBeanProvider(Ear.class), transactions, Clock.fixed(now, ZoneOffset.UTC)).hear();
    }
}
