package org.tandem.quality.automation;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tandem.quality.Guardrail;
import org.tandem.quality.statistics.EDetector;

/**
 * The guardrail at work: each topic, and everything, is watched in each {@link Measure} since a person last reopened it, and shut at once
 * when the alarm is raised. What it knows is what the {@link Observations} tell; it catches up with them, after a start from the first.
 */
@Component
class Guards {

    /** After a start there may be millions, and of each batch it is asked anew what was reopened. */
    private static final int BATCH = 20_000;

    private final Observations observations;
    private final Standings standings;
    private final Shutting shutting;
    private final AutomationSettings settings;
    private final Tolerances tolerances;
    private final Map<Place, Since> alarms = new HashMap<>();
    private final Map<EDetector.Watch, EDetector> patterns = new HashMap<>();
    private final Set<Raised> raised = new LinkedHashSet<>();
    private final Lock lock = new ReentrantLock(true);
    private long reached;

    Guards(
            Observations observations,
            Standings standings,
            Shutting shutting,
            AutomationSettings settings,
            ObjectProvider<Tolerances> tolerances) {
        this.observations = observations;
        this.standings = standings;
        this.shutting = shutting;
        this.settings = settings;
        this.tolerances = tolerances.getIfAvailable(() -> Map::of);
    }

    private record Place(Measure measure, Subject subject) {}

    private record Since(Instant reopened, Alarm alarm) {}

    private record Raised(Place place, Instant reopened) {}

    /**
     * Within a transaction, in which the observation is kept and what has to be shut is shut. All that was before is read first: from then
     * on others wait until the transaction ends, for only one at a time adds and shuts.
     */
    void observe(Observation seen) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        alone(Guards.this::forget);
                    }
                }
            });
        }
        catchUp();
        observations.add(seen);
        catchUp();
        alone(this::shutRaised);
    }

    /** Whoever asks for a suspicion meanwhile has it after one batch. */
    private void catchUp() {
        boolean more = true;
        while (more) {
            more = alone(this::readSome);
        }
    }

    /** How near a topic is to being shut for wrong answers, 0 to 1. What was before it was reopened does not count. */
    double suspicion(Subject subject) {
        var reopened = standings.reopened(subject);
        return alone(() -> Stream.of(Measure.WRONG, Measure.CHANGE)
                .map(measure -> alarms.get(new Place(measure, subject)))
                .filter(Objects::nonNull)
                .filter(since -> since.reopened().equals(reopened))
                .mapToDouble(since -> since.alarm().suspicion())
                .max()
                .orElse(0));
    }

    private boolean forget() {
        alarms.clear();
        raised.clear();
        reached = 0;
        return true;
    }

    /** Whether there may be more. */
    private boolean readSome() {
        var more = observations.after(reached, BATCH);
        var reopened = new HashMap<Subject, Instant>();
        for (var one : more) {
            subjects(one.observation())
                    .forEach(subject ->
                            show(one.observation(), subject, reopened.computeIfAbsent(subject, standings::reopened)));
            reached = one.position();
        }
        return more.size() == BATCH;
    }

    private <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static Stream<Subject> subjects(Observation seen) {
        return Stream.concat(
                Stream.of(Subject.EVERYTHING).filter(all -> seen.measure() != Measure.CHANGE),
                Stream.ofNullable(seen.topic()).map(Subject::topic));
    }

    private void show(Observation seen, Subject subject, Instant reopened) {
        if (!seen.at().isAfter(reopened)) {
            return;
        }
        var place = new Place(seen.measure(), subject);
        var known = alarms.get(place);
        if (known == null || !known.reopened().equals(reopened)) {
            known = new Since(reopened, alarm(seen, subject));
            alarms.put(place, known);
        }
        if (known.alarm().isRaisedBy(seen)) {
            raised.add(new Raised(place, reopened));
        }
    }

    private boolean shutRaised() {
        for (var alarm : raised) {
            var subject = alarm.place().subject();
            if (alarm.reopened().equals(standings.reopened(subject))) {
                shutting.shut(subject, alarm.place().measure(), alarm.reopened());
            }
        }
        raised.clear();
        return true;
    }

    private Alarm alarm(Observation seen, Subject subject) {
        return switch (seen.measure()) {
            case WRONG ->
                Alarm.onShare(pattern(Guardrail.watch(
                        subject.equals(Subject.EVERYTHING) ? loosest(seen.tolerance()) : seen.tolerance(),
                        Guardrail.AUDITS)));
            case CHANGE -> Alarm.onChange();
            case OBJECTION -> Alarm.onShare(pattern(Guardrail.watch(settings.objections(), Alarm.ANSWERS)));
            case RATING -> Alarm.onGap(settings.ratingGap() / Ratings.SPAN);
            case REPEAT -> Alarm.onGap(settings.repeatGap());
        };
    }

    /** Answers of all classes together keep the loosest of their tolerances. */
    private double loosest(double least) {
        return tolerances.byClass().values().stream().reduce(least, Math::max);
    }

    private EDetector pattern(EDetector.Watch watch) {
        return patterns.computeIfAbsent(watch, EDetector::new).fresh();
    }
}
