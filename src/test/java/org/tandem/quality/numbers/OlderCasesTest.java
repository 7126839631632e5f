package org.tandem.quality.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.Rating;
import org.tandem.inquiry.State;

class OlderCasesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final JdbcConnectionPool source =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcClient database = JdbcClient.create(source);
    private final Ledger ledger = new Ledger(
            database, JsonMapper.builder().addModule(new JavaTimeModule()).build());
    private final Inquiries inquiries = mock(Inquiries.class);

    @BeforeEach
    void tables() {
        Flyway.configure().dataSource(source).load().migrate();
    }

    @Test
    void whatAFileSaysCountsAsIfItHadBeenHeard() {
        var figures = CaseFigures.of(OlderCase.happenings(solvedByAPerson(InquiryId.next())));

        assertThat(figures.answeredBy()).isEqualTo("PERSON");
        assertThat(figures.firstResponse()).isEqualTo(600);
        assertThat(figures.resolution()).isEqualTo(600);
        assertThat(figures.personWait()).isEqualTo(540);
        assertThat(figures.reason).isEqualTo("CUSTOMER_ASKED");
        assertThat(figures.csat).isEqualTo(4);
        assertThat(figures.isAutomated()).isFalse();
    }

    @Test
    void theWalkGoesOnWhereItEndedAndIsMadeOnce() {
        var ids = Stream.generate(InquiryId::next)
                .limit(3)
                .sorted(Comparator.comparing(InquiryId::toString))
                .toList();
        ids.forEach(id -> when(inquiries.get(id)).thenReturn(solvedByAPerson(id)));
        when(inquiries.receivedBefore(any(), any(), anyInt()))
                .thenAnswer(call -> ids.stream()
                        .filter(id ->
                                id.toString().compareTo(call.getArgument(1).toString()) > 0)
                        .limit(2)
                        .toList());

        assertThat(older(2).noteSome()).isEqualTo(2);
        assertThat(older(2).noteSome()).isEqualTo(1); // another start of the application
        assertThat(older(2).noteSome()).isZero();

        assertThat(ledger.uncounted(10)).containsExactlyInAnyOrderElementsOf(ids);
        int noted = events();
        database.sql("update case_counter set older_counted = null, older_done = false")
                .update();
        older(2).noteSome();
        assertThat(events()).isEqualTo(noted);
    }

    private OlderCases older(int batch) {
        return new OlderCases(inquiries, ledger, database, Clock.fixed(NOON, ZoneOffset.UTC), batch);
    }

    private int events() {
        return database.sql("select count(*) from case_event")
                .query(Integer.class)
                .single();
    }

    private static CaseFile solvedByAPerson(InquiryId id) {
        var handOver = new HandOver(
                id + ":1",
                HandOverReason.CUSTOMER_ASKED,
                "general",
                NOON.plusSeconds(3_600),
                NOON.plusSeconds(7_200),
                "anna",
                NOON.plusSeconds(60));
        var messages = List.of(
                new Message(UUID.randomUUID(), Author.CUSTOMER, "Where is it?", NOON, List.of()),
                new Message(UUID.randomUUID(), Author.PERSON, "On its way.", NOON.plusSeconds(600), List.of()));
        return new CaseFile(
                id,
                "TA-1000-0001",
                State.RESOLVED,
                true,
                id + ":2",
                new Customer("Robin", "robin@customer.example"),
                null,
                NOON,
                messages,
                List.of(),
                List.of(),
                List.of(handOver),
                new Rating(4, null, NOON.plusSeconds(700)),
                false,
                0,
                null,
                null,
                null,
                false);
    }
}
