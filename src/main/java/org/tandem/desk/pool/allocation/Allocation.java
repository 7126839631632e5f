package org.tandem.desk.pool.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Decides task by task, the one first that is due first, who of those who can do it is offered it.
 *
 * <p>Tasks: earliest due date first (J. R. Jackson, 1955: it makes the largest lateness smallest), a higher priority counting as an
 * earlier date. Dates do not move, so whatever comes later than the longest date in the queue goes behind it, and no task waits for ever.
 *
 * <p>Agents: the longest idle (M. Armony and A. R. Ward, "Fair dynamic routing in large-scale heterogeneous-server systems", 2010), weighed
 * against fit, by which those with the fewest further skills come first (R. B. Wallace and W. Whitt, "A staffing algorithm for call centers
 * with skill-based routing", 2005), free room and what was accepted. Idle time alone has no upper limit, so no agent waits for ever. Equal
 * scores are settled by name. {@code simulate-desk} compares it with assigning in batches at the least total cost.
 */
public final class Allocation {

    private final Rules rules;

    public Allocation(Rules rules) {
        this.rules = rules;
    }

    /** Which task is decided first. */
    public Comparator<WaitingTask> order() {
        return Comparator.comparing(this::countsAsDue).thenComparing(WaitingTask::key);
    }

    Instant countsAsDue(WaitingTask task) {
        var latest = task.waitingSince().plus(rules.longestWait());
        var due = task.dueAt() == null || task.dueAt().isAfter(latest) ? latest : task.dueAt();
        return due.minusSeconds(rules.priorityIsWorth().toSeconds() * task.priority() / 100);
    }

    /** The same task, pool and moment give the same decision, in whatever order the pool comes. */
    public Decision decide(WaitingTask task, Collection<Candidate> pool, Instant now) {
        var able = able(task, pool);
        if (able.isEmpty()) {
            return new Decision.Nobody();
        }
        var previous = previous(task, pool, now);
        var onlyFor = previous == Previous.FIRST ? task.previousAgent() : null;
        var meanRate = meanRate(able, now);
        var scores = new ArrayList<Score>(able.size());
        Score best = null;
        for (var agent : able) {
            var score = score(task, agent, meanRate, now);
            scores.add(score);
            if (onlyFor != null ? agent.name().equals(onlyFor) : best == null || isAhead(score, best)) {
                best = score;
            }
        }
        var chosen = best;
        if (chosen == null) {
            throw new IllegalStateException("Of %d agents none is first".formatted(able.size()));
        }
        scores.removeIf(score -> score == chosen);
        return new Decision.Offer(chosen, List.copyOf(scores), meanRate, previous);
    }

    private static List<Candidate> able(WaitingTask task, Collection<Candidate> pool) {
        var able = new ArrayList<Candidate>();
        for (var agent : pool) {
            if (task.isFor(agent)) {
                able.add(agent);
            }
        }
        return able;
    }

    /** Of all together, in whole numbers, so that it does not depend on how the pool came. */
    private static double meanRate(List<Candidate> able, Instant now) {
        var accepted = 0L;
        var seconds = 0L;
        for (var agent : able) {
            accepted += agent.accepted();
            seconds += agent.countedSeconds(now);
        }
        return accepted * 3600.0 / seconds;
    }

    private Previous previous(WaitingTask task, Collection<Candidate> pool, Instant now) {
        var name = task.previousAgent();
        if (name == null) {
            return Previous.NOBODY;
        }
        if (task.notFor().contains(name)) {
            return Previous.SAID_NO;
        }
        return pool.stream()
                .filter(agent -> agent.name().equals(name))
                .findFirst()
                .map(agent -> previous(task, agent, now))
                .orElse(Previous.NOT_THERE);
    }

    private Previous previous(WaitingTask task, Candidate agent, Instant now) {
        if (!agent.skills().containsAll(task.skills())) {
            return Previous.LACKS_SKILL;
        }
        if (!agent.hasRoom()) {
            return Previous.FULL;
        }
        return now.isBefore(task.waitingSince().plus(rules.previousFirst())) ? Previous.FIRST : Previous.WAITED_LONG;
    }

    private static boolean isAhead(Score one, Score best) {
        var difference = Double.compare(one.total(), best.total());
        return difference > 0 || difference == 0 && one.agent().compareTo(best.agent()) < 0;
    }

    /** Fit, room and fairness are at most 1 before they are weighed; fairness is at least -1. */
    private Score score(WaitingTask task, Candidate agent, double meanRate, Instant now) {
        var weights = rules.weights();
        var idle = Math.max(0, now.getEpochSecond() - agent.idleSince().getEpochSecond());
        var rate = agent.rate(now);
        var behind = meanRate == 0 ? 0 : Math.max(-1, (meanRate - rate) / meanRate);
        var fit = (task.skills().size() + 1.0) / (agent.skills().size() + 1.0);
        return new Score(
                agent.name(),
                weights.fit() * fit,
                weights.idle() * idle / rules.idleUnit().toSeconds(),
                weights.load() * (agent.cap() - agent.load()) / agent.cap(),
                weights.fairness() * behind,
                idle,
                agent.load(),
                agent.cap(),
                rate);
    }
}
