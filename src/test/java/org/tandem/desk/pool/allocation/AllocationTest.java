package org.tandem.desk.pool.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {

    private static final Instant NOW = Instant.parse("2026-03-29T00:30:00Z");
    private static final List<String> SKILLS = List.of("payments", "disputes", "care", "experienced", "language:sv");
    private final Allocation allocation = new Allocation(Rules.DEFAULT);

    @Property(tries = 300, seed = "1")
    void whoeverIsChosenMayDoItAndEverybodyElseWhoMayIsAmongTheOthers(
            @ForAll int seed, @ForAll @IntRange(min = 0, max = 40) int agents) {
        var random = new Random(seed);
        var pool = pool(random, agents);
        var task = task(1, random);

        var able = pool.stream().filter(task::isFor).map(Candidate::name).toList();
        switch (allocation.decide(task, pool, NOW)) {
            case Decision.Nobody nobody -> assertThat(able).isEmpty();
            case Decision.Offer offer -> {
                assertThat(names(offer)).containsExactlyInAnyOrderElementsOf(able);
                if (!offer.becauseBefore()) {
                    assertThat(offer.others())
                            .allSatisfy(other -> assertThat(other.total())
                                    .isLessThanOrEqualTo(offer.chosen().total()));
                }
            }
        }
    }

    @Property(tries = 200, seed = "2")
    void theOrderOfThePoolChangesNothing(@ForAll int seed, @ForAll @IntRange(min = 1, max = 40) int agents) {
        var random = new Random(seed);
        var pool = pool(random, agents);
        var task = task(1, random);
        var before = allocation.decide(task, pool, NOW);

        Collections.shuffle(pool, random);
        var after = allocation.decide(task, pool, NOW);

        if (before instanceof Decision.Offer one && after instanceof Decision.Offer other) {
            assertThat(other.chosen()).isEqualTo(one.chosen());
            assertThat(new HashSet<>(other.others())).isEqualTo(new HashSet<>(one.others()));
        } else {
            assertThat(after).isEqualTo(before);
        }
    }

    /** A flood of urgent tasks keeps coming, faster than they can be done; nothing that waits is passed for ever. */
    @Property(tries = 100, seed = "3")
    void noTaskIsPassedByWhatComesMuchLater(@ForAll int seed) {
        var random = new Random(seed);
        var task = task(0, random);
        var later = IntStream.range(1, 200)
                .mapToObj(key -> later(task(key, random), Duration.ofMinutes(key)))
                .toList();

        var bound = Rules.DEFAULT.longestWait().plus(Rules.DEFAULT.priorityIsWorth());
        assertThat(later)
                .filteredOn(other -> allocation.order().compare(other, task) < 0)
                .allSatisfy(other -> assertThat(Duration.between(task.waitingSince(), other.waitingSince()))
                        .isLessThanOrEqualTo(bound));
    }

    /** Everybody declines everything at once; each task is for all of them. */
    @Property(tries = 50, seed = "4")
    void nobodyWhoIsAbleWaitsForEver(@ForAll int seed, @ForAll @IntRange(min = 2, max = 12) int agents) {
        var random = new Random(seed);
        var since = new HashMap<String, Instant>();
        var accepted = new HashMap<String, Integer>();
        var skills = new HashMap<String, Set<String>>();
        IntStream.range(0, agents).mapToObj(i -> "agent " + i).forEach(name -> {
            since.put(name, NOW);
            skills.put(name, some(random, "payments"));
            accepted.put(name, random.nextInt(50));
        });
        // idle time counts 1 per unit; all else together differs by 1 + 1 + 2 * 2 at most
        var longest = Rules.DEFAULT.idleUnit().multipliedBy(7).plus(Duration.ofMinutes(agents));
        for (var minute = 0; minute < 500; minute++) {
            var now = NOW.plus(Duration.ofMinutes(minute));
            var pool = since.keySet().stream()
                    .map(name -> new Candidate(name, of(skills, name), 3, 0, of(since, name), of(accepted, name), NOW))
                    .toList();
            var task = new WaitingTask(minute, Set.of("payments"), 50, now, null, null, Set.of());

            since.put(chosen(allocation.decide(task, pool, now)), now);

            assertThat(since.values())
                    .allSatisfy(idle -> assertThat(Duration.between(idle, now)).isLessThanOrEqualTo(longest));
        }
    }

    /** Nothing lost and nothing doubled: a day of a small desk, where offers are declined, and tasks come and are done. */
    @Property(tries = 20, seed = "5")
    void everyTaskIsOfferedToOneAtATimeUntilSomebodyHasItAndNobodyHasMoreThanTheyWant(@ForAll int seed) {
        var desk = new SmallDesk(allocation, new Random(seed));

        desk.works(Duration.ofHours(6));

        assertThat(desk.done()).isEqualTo(desk.came());
        assertThat(desk.mostAtOnce())
                .allSatisfy((name, most) -> assertThat(most).isLessThanOrEqualTo(desk.cap(name)));
    }

    @Example
    void theOneWhoHadTheCustomerBeforeComesFirstForAWhileAndThenAllAreEqual() {
        var pool = List.of(idle("anna", 60), idle("bo", 1));
        var task = new WaitingTask(1, Set.of(), 50, NOW, null, "bo", Set.of());

        assertThat(chosen(allocation.decide(task, pool, NOW.plusSeconds(60)))).isEqualTo("bo");
        assertThat(chosen(allocation.decide(task, pool, NOW.plus(Duration.ofMinutes(10)))))
                .isEqualTo("anna");
        assertThat(chosen(allocation.decide(barred(task, "bo"), pool, NOW))).isEqualTo("anna");
    }

    @Example
    void whoCanDoLittleElseComesFirstSoThatOthersStayFreeForWhatNeedsThem() {
        var generalist = new Candidate("anna", Set.copyOf(SKILLS), 3, 0, NOW, 0, NOW);
        var specialist = new Candidate("bo", Set.of("payments"), 3, 0, NOW, 0, NOW);
        var task = new WaitingTask(1, Set.of("payments"), 50, NOW, null, null, Set.of());

        assertThat(chosen(allocation.decide(task, List.of(generalist, specialist), NOW)))
                .isEqualTo("bo");
    }

    @Example
    void whoAcceptedMoreLetsOthersGoFirst() {
        var busy = new Candidate("anna", Set.of(), 3, 0, NOW, 9, NOW.minus(Duration.ofHours(3)));
        var other = new Candidate("bo", Set.of(), 3, 0, NOW, 2, NOW.minus(Duration.ofHours(3)));

        assertThat(chosen(allocation.decide(task(), List.of(busy, other), NOW))).isEqualTo("bo");
    }

    @Example
    void thePartsOfAScoreAddUpToIt() {
        var offer = (Decision.Offer) allocation.decide(task(), List.of(idle("anna", 30), idle("bo", 5)), NOW);

        assertThat(offer.chosen()).isEqualTo(new Score("anna", 1, 3, 1, 0, 1800, 0, 3, 0));
        assertThat(offer.chosen().total()).isEqualTo(5);
        assertThat(offer.others()).extracting(Score::total).containsExactly(2.5);
    }

    private static <K, V> V of(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }

    private static String chosen(Decision decision) {
        return ((Decision.Offer) decision).chosen().agent();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            anna, payments, 0, 0,  FIRST
            anna, payments, 2, 0,  FULL
            anna, general,  0, 0,  LACKS_SKILL
            bo,   payments, 0, 0,  NOT_THERE
            anna, payments, 0, 11, WAITED_LONG
            dora, payments, 0, 0,  SAID_NO
            '',   payments, 0, 0,  NOBODY
            """)
    void itIsKeptWhyItIsOrIsNotForWhoAnsweredTheCustomerBefore(
            String before, String skills, int load, int minutes, Previous kept) {
        var anna = new Candidate("anna", Set.of(skills), 2, load, NOW, 9, NOW);
        var caro = new Candidate("caro", Set.of("payments"), 2, 0, NOW.minus(Duration.ofHours(3)), 0, NOW);
        var task = new WaitingTask(
                1,
                Set.of("payments"),
                50,
                NOW.minus(Duration.ofMinutes(minutes)),
                null,
                before.isEmpty() ? null : before,
                Set.of("dora"));

        var decision = (Decision.Offer) allocation.decide(task, List.of(anna, caro), NOW);

        assertThat(decision.previous()).isEqualTo(kept);
        assertThat(decision.chosen().agent()).isEqualTo(kept == Previous.FIRST ? "anna" : "caro");
    }

    private static List<String> names(Decision.Offer offer) {
        return Stream.concat(Stream.of(offer.chosen()), offer.others().stream())
                .map(Score::agent)
                .toList();
    }

    private static WaitingTask task() {
        return new WaitingTask(1, Set.of(), 50, NOW, null, null, Set.of());
    }

    private static Candidate idle(String name, int minutes) {
        return new Candidate(name, Set.of(), 3, 0, NOW.minus(Duration.ofMinutes(minutes)), 0, NOW);
    }

    private static WaitingTask barred(WaitingTask task, String who) {
        return new WaitingTask(
                task.key(),
                task.skills(),
                task.priority(),
                task.waitingSince(),
                task.dueAt(),
                task.previousAgent(),
                Set.of(who));
    }

    private static WaitingTask later(WaitingTask task, Duration by) {
        return new WaitingTask(
                task.key(),
                task.skills(),
                task.priority(),
                task.waitingSince().plus(by),
                task.dueAt() == null ? null : task.dueAt().plus(by),
                task.previousAgent(),
                task.notFor());
    }

    private static WaitingTask task(long key, Random random) {
        return new WaitingTask(
                key,
                some(random, null),
                random.nextInt(101),
                NOW,
                random.nextBoolean() ? null : NOW.plus(Duration.ofMinutes(random.nextInt(3_000))),
                random.nextInt(3) > 0 ? null : "agent " + random.nextInt(5),
                random.nextInt(3) > 0 ? Set.of() : Set.of("agent " + random.nextInt(5)));
    }

    private static List<Candidate> pool(Random random, int size) {
        var pool = new ArrayList<Candidate>();
        for (var i = 0; i < size; i++) {
            pool.add(new Candidate(
                    "agent " + i,
                    Stream.concat(some(random, null).stream(), some(random, null).stream())
                            .collect(java.util.stream.Collectors.toSet()),
                    1 + random.nextInt(3),
                    random.nextInt(4),
                    NOW.minusSeconds(random.nextInt(10_000)),
                    random.nextInt(20),
                    NOW.minusSeconds(random.nextInt(30_000))));
        }
        return pool;
    }

    private static Set<String> some(Random random, @Nullable String always) {
        var some = new HashSet<String>();
        SKILLS.stream().filter(skill -> random.nextInt(3) == 0).forEach(some::add);
        if (always != null) {
            some.add(always);
        }
        return some;
    }

    /** Tasks and agents in memory, minute by minute, around the real decisions. */
    private static final class SmallDesk {

        private final Allocation allocation;
        private final Random random;
        private final Map<String, Candidate> agents = new HashMap<>();
        private final Map<String, Integer> most = new HashMap<>();
        private final List<WaitingTask> waiting = new ArrayList<>();
        private final Map<Long, String> inWork = new HashMap<>();
        private final Set<Long> came = new HashSet<>();
        private final List<Long> done = new ArrayList<>();

        SmallDesk(Allocation allocation, Random random) {
            this.allocation = allocation;
            this.random = random;
            IntStream.range(0, 5)
                    .mapToObj(
                            i -> new Candidate("agent " + i, Set.copyOf(SKILLS), 1 + random.nextInt(3), 0, NOW, 0, NOW))
                    .forEach(agent -> agents.put(agent.name(), agent));
        }

        void works(Duration time) {
            for (var now = NOW; now.isBefore(NOW.plus(time)) || !waiting.isEmpty() || !inWork.isEmpty(); ) {
                if (now.isBefore(NOW.plus(time))) {
                    var task = later(task(came.size(), random), Duration.between(NOW, now));
                    came.add(task.key());
                    waiting.add(task);
                }
                finish();
                round(now);
                now = now.plus(Duration.ofMinutes(1));
            }
        }

        private void round(Instant now) {
            waiting.sort(allocation.order());
            for (var task : List.copyOf(waiting)) {
                if (allocation.decide(task, agents.values(), now) instanceof Decision.Offer offer) {
                    var name = offer.chosen().agent();
                    waiting.remove(task);
                    if (random.nextInt(4) == 0) {
                        waiting.add(barred(task, name)); // declined
                        change(name, 0, now);
                    } else {
                        assertThat(inWork.put(task.key(), name)).as("twice").isNull();
                        change(name, 1, now);
                    }
                }
            }
        }

        private void finish() {
            for (var key : List.copyOf(inWork.keySet())) {
                if (random.nextInt(3) == 0) {
                    change(of(inWork, key), -1, NOW);
                    inWork.remove(key);
                    done.add(key);
                }
            }
        }

        private void change(String name, int by, Instant idleSince) {
            var old = of(agents, name);
            var load = old.load() + by;
            most.merge(name, load, Math::max);
            agents.put(
                    name,
                    new Candidate(
                            name,
                            old.skills(),
                            old.cap(),
                            load,
                            by < 0 ? old.idleSince() : idleSince,
                            old.accepted() + Math.max(0, by),
                            NOW));
        }

        Set<Long> came() {
            return came;
        }

        Set<Long> done() {
            assertThat(done).doesNotHaveDuplicates();
            return Set.copyOf(done);
        }

        Map<String, Integer> mostAtOnce() {
            return most;
        }

        int cap(String name) {
            return of(agents, name).cap();
        }
    }
}
