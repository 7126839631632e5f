package org.tandem.desk.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.Task.Status;
import org.tandem.desk.pool.allocation.Candidate;

/** An offer that is declined, runs out or is withdrawn leaves nothing behind that ranks anybody. */
class RankTest {

    private Pool offered = new Pool(PoolDatabase.H2);
    private Pool without = new Pool(PoolDatabase.H2);
    private List<Pool> both = List.of(offered, without);
    private long key;

    @BeforeTry
    void twoPools() {
        offered = new Pool(PoolDatabase.H2);
        without = new Pool(PoolDatabase.H2);
        both = List.of(offered, without);
    }

    /** The same days in two pools, in one of which the agent is also made offers that they do not take. */
    @Property(tries = 25, seed = "34")
    void whatWasNotTakenRanksAsIfItHadNeverBeenOffered(@ForAll int seed) {
        var dice = new Random(seed);
        both.forEach(pool -> pool.agent("anna", "payments", 5));
        for (int step = 0; step < 12; step++) {
            passes(Duration.ofMillis(dice.nextInt(900_000)));
            if (dice.nextInt(4) == 0) {
                both.forEach(pool -> pool.availability.become("anna", false));
                passes(Duration.ofMillis(dice.nextInt(900_000)));
                both.forEach(pool -> pool.availability.become("anna", true));
            }
            var extra = new ArrayList<Long>();
            for (int more = dice.nextInt(3); more > 0; more--) {
                extra.add(extraOffer());
                passes(Duration.ofMillis(dice.nextInt(9_000)));
            }
            if (dice.nextBoolean()) {
                taken(dice.nextBoolean() && !extra.isEmpty() ? extra.removeFirst() : null, dice.nextInt(3));
            }
            extra.forEach(task -> ends(task, dice.nextInt(3)));
        }
        passes(Duration.ofMinutes(1));
        both.forEach(pool -> pool.round.look());

        assertThat(candidate(offered)).isEqualTo(candidate(without));
        assertThat(offered.states("anna"))
                .filteredOn(state -> state != Offer.State.COMPLETED)
                .isNotEmpty();
    }

    private long extraOffer() {
        offered.task(++key, "payments");
        offered.round.look();
        return key;
    }

    /** In both; in between something else ends where there is something else. */
    private void taken(@Nullable Long ending, int how) {
        var task = ++key;
        both.forEach(pool -> {
            pool.task(task, "payments");
            pool.round.look();
        });
        if (ending != null) {
            ends(ending, how);
        }
        both.forEach(pool -> {
            pool.offers.accept("anna", offer(pool, task).id());
            pool.engine.becomes(task, Status.COMPLETED, "anna");
        });
    }

    private void ends(long task, int how) {
        var offer = offer(offered, task);
        switch (how) {
            case 0 -> offered.offers.decline("anna", offer.id());
            case 1 -> {
                offered.engine.becomes(task, Status.OPEN, "bo");
                offered.round.look();
            }
            default -> offered.steps.expire(offer);
        }
        offered.engine.becomes(task, Status.CANCELLED, null);
        both.forEach(pool -> pool.availability.sign("anna"));
    }

    private void passes(Duration time) {
        both.forEach(pool -> pool.clock.pass(time));
    }

    private static Offer offer(Pool pool, long task) {
        return pool.offers.openOf("anna").stream()
                .filter(offer -> offer.taskKey() == task)
                .findFirst()
                .orElseThrow();
    }

    private static Candidate candidate(Pool pool) {
        return Objects.requireNonNull(
                        pool.candidates.present(pool.clock.instant()).get("anna"))
                .candidate();
    }
}
