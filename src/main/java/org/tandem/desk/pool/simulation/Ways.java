package org.tandem.desk.pool.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.pool.allocation.Allocation;
import org.tandem.desk.pool.allocation.Candidate;
import org.tandem.desk.pool.allocation.Decision;
import org.tandem.desk.pool.allocation.Rules;

/** The ways that are compared. */
final class Ways {

    private Ways() {}

    static List<Way> all(long seed, Latencies latencies) {
        return List.of(
                new Offered(new Allocation(Rules.DEFAULT), latencies),
                new InBatches(),
                new Simple("first-in-first-out pull", true, worker -> Dice.of(seed, worker.number, worker.idleSince())),
                new Simple("longest-idle push", false, worker -> -worker.idleSince()));
    }

    /** The real allocation. */
    private record Offered(Allocation allocation, Latencies latencies) implements Way {

        @Override
        public String name() {
            return "tandem";
        }

        @Override
        public Comparator<Case> order() {
            return Comparator.comparing(one -> one.waiting(Set.of()), allocation.order());
        }

        @Override
        public boolean isPull() {
            return false;
        }

        @Override
        public @Nullable Worker choose(Case one, Set<String> refused, Collection<Worker> there, long now) {
            var pool = new ArrayList<Candidate>(there.size());
            there.forEach(worker -> pool.add(worker.candidate()));
            var task = one.waiting(refused);
            var began = System.nanoTime();
            var decision = allocation.decide(task, pool, Instant.ofEpochSecond(now));
            latencies.add(System.nanoTime() - began);
            return decision instanceof Decision.Offer offer
                    ? there.stream()
                            .filter(worker -> worker.name.equals(offer.chosen().agent()))
                            .findFirst()
                            .orElseThrow()
                    : null;
        }
    }

    /** The same scores, but many cases at once. */
    private record InBatches() implements Way {

        @Override
        public String name() {
            return "tandem's scores in batches of %d seconds".formatted(Batch.SECONDS);
        }

        @Override
        public Comparator<Case> order() {
            return Comparator.comparing(one -> one.waiting(Set.of()), new Allocation(Rules.DEFAULT).order());
        }

        @Override
        public boolean isPull() {
            return false;
        }

        @Override
        public boolean isInBatches() {
            return true;
        }

        @Override
        public @Nullable Worker choose(Case one, Set<String> refused, Collection<Worker> there, long now) {
            return null;
        }
    }

    /** The oldest case goes to the one who is most of what counts. */
    private record Simple(String name, boolean isPull, ToDoubleFunction<Worker> counts) implements Way {

        @Override
        public Comparator<Case> order() {
            return Comparator.comparingLong(Case::comes).thenComparing(Case::number);
        }

        @Override
        public @Nullable Worker choose(Case one, Set<String> refused, Collection<Worker> there, long now) {
            Worker best = null;
            var most = Double.NEGATIVE_INFINITY;
            for (var worker : there) {
                if (worker.hasRoom() && worker.skills.containsAll(one.skills()) && !refused.contains(worker.name)) {
                    var value = counts.applyAsDouble(worker);
                    if (value > most) {
                        most = value;
                        best = worker;
                    }
                }
            }
            return best;
        }
    }
}
