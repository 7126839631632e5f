package org.tandem.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A history with one run of every kind of thing, which tests may change. */
public final class FakeHistory implements ProcessHistory {

    public static final long RUN = 2251799813685251L;
    public static final long INCIDENT = 2251799813685300L;
    public static final String CARD = "4111 1111 1111 1111";
    private static final Instant START = Instant.parse("2026-11-25T10:00:00.123Z");

    public final List<Wanted> searched = new ArrayList<>();
    public final List<Long> retried = new ArrayList<>();
    public Retry answer = new Retry.Done();
    public List<Run> runs = List.of(run(RunState.ACTIVE));
    public long total = 1;
    public @Nullable String dmn;
    public boolean away;

    /** As new. */
    public void reset() {
        searched.clear();
        retried.clear();
        answer = new Retry.Done();
        runs = List.of(run(RunState.ACTIVE));
        total = 1;
        dmn = null;
        away = false;
    }

    public static Run run(RunState state) {
        return new Run(
                RUN,
                7,
                "resolve-inquiry",
                "Resolve an inquiry",
                3,
                state,
                true,
                START,
                state == RunState.ACTIVE ? null : START.plusSeconds(90_061),
                99L);
    }

    @Override
    public List<ProcessName> processes() {
        told();
        return List.of(
                new ProcessName("collect-feedback", "Collect feedback"),
                new ProcessName("resolve-inquiry", "Resolve an inquiry"));
    }

    @Override
    public Found search(Wanted wanted) {
        told();
        searched.add(wanted);
        return new Found(runs, total, false);
    }

    @Override
    public Optional<Run> run(long key) {
        told();
        return runs.stream().filter(run -> run.key() == key).findFirst();
    }

    @Override
    public Trail trail(Run run) {
        return new Trail(
                listed(
                        new Trail.Step(
                                1,
                                "Event_Start",
                                "Inquiry received",
                                "START_EVENT",
                                RunState.COMPLETED,
                                false,
                                START,
                                START),
                        new Trail.Step(
                                2,
                                "Task_Gate",
                                "Apply the confidence gate",
                                "BUSINESS_RULE_TASK",
                                RunState.ACTIVE,
                                true,
                                START,
                                null)),
                List.of(new Trail.Count("Event_Start", 0, 1, 0, 0), new Trail.Count("Task_Gate", 0, 2, 0, 1)),
                List.of("Flow_1"),
                listed(
                        new Trail.Value("inquiryNumber", "\"TA-1234-5678\"", false, RUN),
                        new Trail.Value("reply", "\"I pay with " + CARD + ", thank you <b>so</b> much\"", false, RUN),
                        new Trail.Value("risk", "0.25", false, 2)),
                listed(new Trail.Evaluation(
                        "5-1",
                        "confidence-gate",
                        "Confidence gate",
                        4,
                        8,
                        true,
                        2L,
                        START,
                        null,
                        "{\"route\":\"PERSON\"}",
                        List.of(new Trail.Fact("Risk", "0.25")),
                        List.of(new Trail.Rule(
                                "Rule_CustomerAsked", 1, List.of(new Trail.Fact("Who answers", "\"PERSON\"")))))),
                listed(new Trail.Work(
                        6,
                        "Answer the customer",
                        Trail.WorkState.COMPLETED,
                        "anna",
                        List.of("payments"),
                        START,
                        START.plusSeconds(61),
                        null,
                        50)),
                listed(new Trail.Trouble(
                        INCIDENT, "JOB_NO_RETRIES", "No answer for " + CARD, "Task_Gate", START, true)),
                List.of(new Trail.Caller(99, "Outer process")),
                listed(),
                List.of(new Trail.Look(6, "berta", START.plusSeconds(30))));
    }

    @Override
    public Optional<String> diagram(long definition) {
        return definition == 7 ? Optional.of("<bpmn/>") : Optional.empty();
    }

    @Override
    public Optional<String> decisionModel(long definition) {
        return Optional.ofNullable(dmn);
    }

    @Override
    public Retry retry(long run, long incident) {
        retried.add(incident);
        return Objects.requireNonNull(answer);
    }

    private void told() {
        if (away) {
            throw new HistoryUnavailable("Connection refused", new IllegalStateException());
        }
    }

    @SafeVarargs
    private static <T> Trail.Listed<T> listed(T... items) {
        return new Trail.Listed<>(List.of(items), items.length);
    }
}
