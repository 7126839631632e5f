package org.tandem.desk.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.testing.AtOnce.atOnce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.desk.pool.Offer.State;

/** Clicks, rounds and running out at the same moment: one of them happens, once. */
@Execution(ExecutionMode.CONCURRENT)
class OffersAtOnceTest {

    private static final int AT_ONCE = 8;

    @ParameterizedTest
    @EnumSource
    void ofAcceptingDecliningRunningOutAndWithdrawingOneHappens(PoolDatabase kind) throws Exception {
        var pool = new Pool(kind);
        pool.agent("anna", "payments", 10);
        for (var key = 1; key <= 5; key++) {
            pool.task(key, "payments");
            new PresenceTable(pool.database)
                    .sign("anna", pool.clock.instant()); // whoever does not answer is offered nothing
            pool.round.look();
            var offer = pool.offer("anna");

            var won = atOnce(AT_ONCE, number -> switch (number % 4) {
                case 0 -> pool.steps.accept(offer, null);
                case 1 -> pool.steps.decline(offer);
                case 2 -> pool.steps.expire(offer);
                default -> pool.steps.withdraw(offer, false, "The task is over.");
            });

            assertThat(won.filter(Boolean::booleanValue)).hasSize(1);
            assertThat(stepsOf(pool, offer)).hasSize(1);
            pool.engine.becomes(key, org.tandem.desk.Task.Status.CANCELLED, null);
            pool.passes(Duration.ofMinutes(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void roundsAtOnceOfferEachTaskOnceAndNobodyGetsMoreThanTheyWant(PoolDatabase kind) throws Exception {
        var pool = new Pool(kind);
        for (var agent = 0; agent < 6; agent++) {
            pool.agent("agent-" + agent, "payments", 2);
        }
        for (var key = 1; key <= 20; key++) {
            pool.task(key, "payments");
        }

        for (var again = 0; again < 5; again++) {
            atOnce(AT_ONCE, number -> {
                pool.round.look();
                return true;
            });
        }

        assertThat(pool.events)
                .allSatisfy(event -> assertThat(event).isInstanceOf(OfferEvent.Made.class))
                .extracting(OfferEvent::taskKey)
                .doesNotHaveDuplicates()
                .hasSize(12);
        assertThat(pool.events.stream().collect(Collectors.groupingBy(OfferEvent::agent, Collectors.counting())))
                .hasSize(6)
                .allSatisfy((agent, offers) -> assertThat(offers).isEqualTo(2));
    }

    @ParameterizedTest
    @EnumSource
    void manyClicksOnOneOfferAreOneAndThoseWhoWereLateAreTold(PoolDatabase kind) throws Exception {
        var pool = new Pool(kind);
        pool.agent("anna", "payments", 2);
        pool.task(1, "payments");
        pool.round.look();
        var offer = pool.offer("anna");

        var answers = atOnce(
                        AT_ONCE,
                        number -> number % 2 == 0
                                ? pool.offers.accept("anna", offer.id())
                                : pool.offers.decline("anna", offer.id()))
                .toList();

        var state = pool.offers.find(offer.id()).orElseThrow().offer().state();
        assertThat(state).isIn(State.ACCEPTED, State.DECLINED);
        assertThat(pool.engine.get(1).orElseThrow().assignee()).isEqualTo(state == State.ACCEPTED ? "anna" : null);
        assertThat(answers.stream().filter(Answer.Done.class::isInstance)).hasSize(AT_ONCE / 2);
        assertThat(stepsOf(pool, offer)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void switchesOnManyDevicesAtOnceEndWithOneState(PoolDatabase kind) throws Exception {
        var pool = new Pool(kind);
        pool.agent("anna", "payments", 2);

        atOnce(AT_ONCE, number -> {
            pool.availability.become("anna", number % 2 == 0);
            return true;
        });
        pool.availability.become("anna", true);

        assertThat(pool.availability.of("anna").orElseThrow().available()).isTrue();
        var changes = pool.database
                .sql("select available from pool_presence_change order by at, id")
                .query(Boolean.class)
                .list();
        assertThat(changes.stream().filter(available -> available)).hasSize(changes.size() / 2 + 1);
    }

    private static List<String> stepsOf(Pool pool, Offer offer) {
        return new ArrayList<>(pool.database
                .sql("select state from pool_offer_step where offer = ?")
                .param(offer.id())
                .query(String.class)
                .list());
    }
}
