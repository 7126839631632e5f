package org.tandem.desk.waiting;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.desk.hours.BusinessCalendar;
import org.tandem.desk.hours.CaseCalendars;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.Waits;
import org.tandem.testing.TablesInMemory;

/** How long it takes each minute to look whether customers are to be told of their wait: so many who wait (10,000), of so many of two weeks (25,000). */
final class WaitNewsSpeed {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Duration LOOKED_BACK = Duration.ofDays(14);
    private static final int PEOPLE = 50;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private WaitNewsSpeed() {}

    public static void main(String[] arguments) {
        int waiting = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int all = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 25_000;
        var database = TablesInMemory.create();
        fill(new JdbcTemplate(database), waiting, all);
        var client = JdbcClient.create(database);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcClient.class, () -> client);
            context.register(Waits.class);
            context.refresh();
            var waits = context.getBean(Waits.class);
            for (int minute = 0; minute < 5; minute++) {
                look(waits, client, NOW.plus(Duration.ofMinutes(minute)));
            }
        }
    }

    private static void look(Waits waits, JdbcClient client, Instant now) {
        var calendar = mock(BusinessCalendar.class, withSettings().stubOnly());
        when(calendar.nextOpening(any())).thenReturn(now);
        var calendars = mock(CaseCalendars.class, withSettings().stubOnly());
        when(calendars.calendar(any())).thenReturn(calendar);
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var begun = System.nanoTime();
        var worked = PROCESSOR.getCurrentThreadCpuTime();
        new WaitNews(
                        waits,
                        new Forecasts(waits, calendars, clock),
                        new ToldTable(client),
                        mock(Inquiries.class),
                        new WaitNewsSettings(2, Duration.ofMinutes(10)),
                        clock)
                .look();
        System.out.printf(
                "%s: looked in %.2f s, %.2f s of the processor, told %d%n",
                now,
                (System.nanoTime() - begun) / 1e9,
                (PROCESSOR.getCurrentThreadCpuTime() - worked) / 1e9,
                client.sql("select count(*) from wait_told")
                        .query(Integer.class)
                        .single());
    }

    /** The waits of two weeks, evenly; the last ones wait still, in three queues. */
    private static void fill(JdbcTemplate database, int waiting, int all) {
        var random = new Random(1);
        var inquiries = new ArrayList<Object[]>();
        var handOvers = new ArrayList<Object[]>();
        var answers = new ArrayList<Object[]>();
        for (int i = 0; i < all; i++) {
            var id = UUID.randomUUID();
            var key = id + ":0";
            var since = NOW.minus(LOOKED_BACK.multipliedBy(all - i).dividedBy(all));
            var queue = List.of("general", "payments", "accounts").get(i % 3);
            boolean waits = i >= all - waiting;
            inquiries.add(new Object[] {id, "TA-" + i, waits ? "WITH_PERSON" : "RESOLVED", Timestamp.from(since)});
            var due = Timestamp.from(since.plus(Duration.ofHours(4)));
            handOvers.add(new Object[] {
                id, key, queue, due, due, Timestamp.from(since), waits ? null : "agent " + random.nextInt(PEOPLE)
            });
            if (!waits) {
                var until = since.plusSeconds(60 + random.nextInt(7_200));
                answers.add(new Object[] {id, key, UUID.randomUUID(), Timestamp.from(until)});
            }
        }
        database.batchUpdate("""
                insert into inquiry (id, version, number, state, closed, episode, customer_name, customer_email, contact_key, received_at,
                    repeat_contacts)
                values (?, 0, ?, ?, false, 0, 'Robin Example', 'robin@customer.example', 'robin', ?, 0)
                """, inquiries);
        database.batchUpdate("""
                insert into inquiry_hand_over (inquiry_id, position, conversation_key, reason, queue, first_response_due, resolution_due,
                    handed_over_at, agent)
                values (?, 0, ?, 'GATE', ?, ?, ?, ?, ?)
                """, handOvers);
        database.batchUpdate("""
                insert into inquiry_answer (inquiry_id, position, conversation_key, message_id, resolution_code, draft_verdict,
                    product_feedback, answered_at)
                values (?, 0, ?, ?, 'solved', 'USED', '', ?)
                """, answers);
    }
}
