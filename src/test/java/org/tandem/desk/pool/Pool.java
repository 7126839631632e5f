package org.tandem.desk.pool;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.desk.OpenWorks;
import org.tandem.desk.Task;
import org.tandem.desk.pay.Money;
import org.tandem.desk.pay.PaidWork;
import org.tandem.desk.pay.Price;
import org.tandem.desk.pay.Pricing;
import org.tandem.desk.pool.allocation.Rules;
import org.tandem.desk.web.FakeTasks;
import org.tandem.staff.Workforce;

/** The whole pool on a database, with an engine, a clock and a rate card that tests can play with, without Spring. */
final class Pool {

    static final Price PRICE =
            new Price(Money.of(new BigDecimal("3.20"), Currency.getInstance("EUR")), "2026", "answer, day");

    final HandClock clock = new HandClock("2026-11-24T12:00:00Z");
    final FakeTasks engine = new FakeTasks();
    final List<OfferEvent> events = new CopyOnWriteArrayList<>();
    final List<PaidWork.Kind> priced = new CopyOnWriteArrayList<>();
    final JdbcClient database;
    final Profiles profiles;
    final Availability availability;
    final SkillCalls calls;
    final Slots slots;
    final Steps steps;
    final Offers offers;
    final Turns turns;
    final OfferRound round;
    final Candidates candidates;
    final Vanished vanished;
    final Supplier<Vanished> restarted;
    final Roster roster;
    Set<String> gone = Set.of();
    List<String> people = List.of();

    Pool(PoolDatabase kind) {
        var source = kind.create();
        database = JdbcClient.create(source);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        var beans = new StaticListableBeanFactory();
        beans.addBean("routing", (RoutingSkills) () -> Set.of("general", "payments", "care", "language:"));
        beans.addBean("pricing", (Pricing) work -> {
            priced.add(work.kind());
            return PRICE;
        });
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        var settings = new PoolSettings(
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                2,
                Duration.ofHours(24),
                20_000,
                Rules.DEFAULT);
        var profileTable = new ProfileTable(database);
        var presences = new PresenceTable(database);
        var table = new OfferTable(database);
        var counts = new OfferCounts(database);
        var work = OpenWorks.of(engine, clock);
        profiles = new Profiles(profileTable, beans.getBeanProvider(RoutingSkills.class), workforce(), clock);
        availability = new Availability(presences, profileTable, transaction, clock);
        calls = new SkillCalls(new SkillCallTable(database), profiles, availability, clock);
        steps = new Steps(table, presences, transaction, event -> events.add((OfferEvent) event), clock);
        offers = new Offers(table, steps, work, json);
        candidates = new Candidates(profileTable, presences, table, counts, work, workforce(), settings);
        turns = new Turns(profileTable, presences, candidates, counts, settings);
        var slotTable = new SlotTable(database);
        slots = new Slots(slotTable, profileTable, transaction, clock);
        roster = new Roster(
                profileTable, presences, slotTable, candidates, counts, settings, availability, transaction, clock);
        vanished = new Vanished(profileTable, presences, table, new HeldTable(database), work, settings, clock);
        restarted = () -> new Vanished(profileTable, presences, table, new HeldTable(database), work, settings, clock);
        round = new OfferRound(
                work,
                table,
                candidates,
                counts,
                new Settling(table, presences, steps, work, settings, clock),
                steps,
                new Prices(beans.getBeanProvider(Pricing.class), OpenWorks.forms(engine, json)),
                settings,
                json,
                clock);
    }

    void agent(String name, String skills, int cap) {
        profiles.change(
                name, new ProfileForm("STUDENT", skills, "sv", Integer.toString(cap), "Europe/Stockholm"), "lea");
        availability.become(name, true);
    }

    void task(long key, String... skills) {
        engine.add(
                key,
                new Task.Subject(
                        null,
                        "TA-1000-%04d".formatted(key),
                        "refund-status",
                        "GATE",
                        Set.of(),
                        List.of(skills),
                        "sv",
                        null),
                null,
                "payments");
    }

    void passes(Duration time) {
        clock.pass(time);
        round.look();
    }

    /** The only open offer of this agent. */
    Offer offer(String agent) {
        var open = offers.openOf(agent).stream()
                .filter(offer -> offer.state() == Offer.State.MADE)
                .toList();
        if (open.size() != 1) {
            throw new AssertionError("%s has %d open offers: %s".formatted(agent, open.size(), open));
        }
        return open.getFirst();
    }

    List<Offer.State> states(String agent) {
        return offers.latestOf(agent, 100).stream()
                .map(explained -> explained.offer().state())
                .toList();
    }

    private Workforce workforce() {
        return new Workforce() {
            @Override
            public boolean isGone(String name) {
                return gone.contains(name);
            }

            @Override
            public Set<String> gone() {
                return gone;
            }

            @Override
            public List<String> people() {
                return people;
            }
        };
    }
}
