package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("events: timers")
class TimerEventsConformanceTest extends Conformance {

    private static final String TIMER = "components/modeler/bpmn/timer-events/";

    /** The engine's time, which other tests may have moved: taken from an instance that just began. */
    private Instant now() {
        deploy(process("clock").startEvent().manualTask().endEvent().done());
        var instance = run("clock", Map.of());
        completed(instance);
        return client.newProcessInstanceGetRequest(instance)
                .send()
                .join()
                .getStartDate()
                .toInstant();
    }

    private String in(Duration time) {
        return OffsetDateTime.ofInstant(now().plus(time), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private void waiting(String duration) {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDuration(duration))
                .endEvent()
                .done());
    }

    @Test
    @Doc(TIMER + "#time-duration")
    void aDurationFiresWhenItIsOver() {
        waiting("PT1H30M");
        var instance = run();
        waits(instance, "wait");

        pass(Duration.ofMinutes(85));
        waits(instance, "wait");
        pass(Duration.ofMinutes(6));

        completed(instance);
    }

    @Test
    @Doc(TIMER + "#time-duration")
    void aDurationMayHaveMonthsDaysAndTimes() {
        waiting("P1M2DT1H");
        var instance = run();
        waits(instance, "wait");

        pass(Duration.ofDays(29));
        waits(instance, "wait");
        pass(Duration.ofDays(5));

        completed(instance);
    }

    @Test
    @Doc(TIMER + "#time-duration")
    void aDurationMayBeInWeeks() {
        waiting("P2W");
        var instance = run();
        waits(instance, "wait");

        pass(Duration.ofDays(13));
        waits(instance, "wait");
        pass(Duration.ofDays(2));

        completed(instance);
    }

    @Test
    @Doc(TIMER + "#time-duration")
    void aDurationOfZeroFiresAtOnce() {
        waiting("PT0S");

        completed(run());
    }

    @Test
    @Doc(TIMER + "#time-duration")
    void aNegativeDurationFiresAtOnce() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDurationExpression("time"))
                .endEvent()
                .done());

        completed(run(Map.of("time", "PT-1H")));
    }

    @Test
    @Doc(TIMER + "#timers")
    void aDurationMayBeAnExpressionThatGivesADuration() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDurationExpression("duration(time) * 2"))
                .endEvent()
                .done());
        var instance = run(Map.of("time", "PT1H"));
        waits(instance, "wait");

        pass(Duration.ofMinutes(90));
        waits(instance, "wait");
        pass(Duration.ofMinutes(31));

        completed(instance);
    }

    @Test
    @Doc(TIMER + "#time-date")
    void aDateFiresWhenItHasCome() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDateExpression("until"))
                .endEvent()
                .done());
        var instance = run(Map.of("until", in(Duration.ofHours(2))));
        waits(instance, "wait");

        pass(Duration.ofHours(1));
        waits(instance, "wait");
        pass(Duration.ofMinutes(61));

        completed(instance);
    }

    @Test
    @Doc(TIMER + "#timers")
    void aDateMayBeAnExpressionThatGivesADateAndTime() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDateExpression("date and time(until)"))
                .endEvent()
                .done());
        var instance = run(Map.of("until", in(Duration.ofHours(2))));
        waits(instance, "wait");

        pass(Duration.ofHours(2).plusMinutes(1));

        completed(instance);
    }

    @Test
    @Doc(value = TIMER + "#time-date", silent = "a date in the past: like a negative duration it fires at once")
    void aDateInThePastFiresAtOnce() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDate("2019-10-01T12:00:00Z"))
                .endEvent()
                .done());

        completed(run());
    }

    @Test
    @Doc(TIMER + "#timer-boundary-events")
    void anInterruptingBoundaryTimerEndsItsActivity() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("late", event -> event.timerWithDuration("PT5M"))
                .endEvent("end-late")
                .moveToActivity("task")
                .endEvent("end")
                .done());
        var instance = run();
        waits(instance, "task");

        pass(Duration.ofMinutes(6));

        completed(instance);
        stopped(instance, "task");
        passed(instance, "late");
        passed(instance, "end-late");
        noJob("work");
    }

    @Test
    @Doc(TIMER + "#timer-boundary-events")
    void aBoundaryTimerIsOffOnceItsActivityIsDone() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("late", event -> event.timerWithDuration("PT5M"))
                .endEvent("end-late")
                .moveToActivity("task")
                .serviceTask("after")
                .zeebeJobType(id("after"))
                .endEvent()
                .done());
        var instance = run();
        complete("work");
        waits(instance, "after");

        pass(Duration.ofMinutes(6));
        complete("after");

        completed(instance);
        neverReached(instance, "late");
    }

    @Test
    @Doc(TIMER + "#timer-boundary-events")
    void aNonInterruptingBoundaryDurationFiresOnceBesideItsActivity() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("remind", event -> event.cancelActivity(false).timerWithDuration("PT1H"))
                .endEvent("reminded")
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "task");

        pass(Duration.ofHours(1).plusMinutes(1));
        passed(instance, "reminded");
        pass(Duration.ofHours(3));
        complete("work");

        completed(instance);
        passed(instance, "task");
        passed(instance, "remind");
    }

    @Test
    @Doc(TIMER + "#timer-boundary-events")
    void aCycleFiresAsOftenAsItSays() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("remind", event -> event.cancelActivity(false).timerWithCycle("R3/PT1H"))
                .serviceTask("call")
                .zeebeJobType(id("call"))
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "task");

        for (var time = 1; time <= 3; time++) {
            pass(Duration.ofMinutes(61));
            complete("call");
        }
        pass(Duration.ofHours(5));
        complete("work");

        completed(instance);
        assertThat(elements(instance, "remind")).hasSize(3);
    }

    @Test
    @Doc(TIMER + "#time-cycle")
    void aCycleWithoutANumberGoesOnUntilItsActivityIsDone() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("remind", event -> event.cancelActivity(false).timerWithCycle("R/PT1H"))
                .serviceTask("call")
                .zeebeJobType(id("call"))
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "task");

        for (var time = 1; time <= 5; time++) {
            pass(Duration.ofMinutes(61));
            complete("call");
        }
        complete("work");

        completed(instance);
        pass(Duration.ofHours(2));
        assertThat(elements(instance, "remind")).hasSize(5);
    }

    @Test
    @Doc(TIMER + "#time-cycle")
    void aCycleMayHaveAFirstDate() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("remind", event -> event.cancelActivity(false).timerWithCycleExpression("when"))
                .serviceTask("call")
                .zeebeJobType(id("call"))
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run(Map.of("when", "R2/" + in(Duration.ofHours(3)) + "/PT1H"));
        waits(instance, "task");

        pass(Duration.ofHours(2));
        noJob("call");
        pass(Duration.ofMinutes(61));
        complete("call");
        pass(Duration.ofMinutes(61));
        complete("call");
        complete("work");

        completed(instance);
    }

    @Test
    @Doc(TIMER + "#time-cycle")
    void aCycleMayBeACronExpression() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("remind", event -> event.cancelActivity(false).timerWithCycle("0 0 * * * *"))
                .serviceTask("call")
                .zeebeJobType(id("call"))
                .endEvent()
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "task");

        pass(Duration.ofHours(1));
        complete("call");
        pass(Duration.ofHours(1));
        complete("call");
        complete("work");

        completed(instance);
    }

    @Test
    @Doc(TIMER + "#timer-start-events")
    void aTimerStartEventStartsInstancesByItself() {
        deploy(process()
                .startEvent()
                .timerWithCycle("R2/PT1H")
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());

        pass(Duration.ofMinutes(61));
        complete("work");
        pass(Duration.ofMinutes(61));
        complete("work");
        instances("process", 2);
        pass(Duration.ofMinutes(61));
        instances("process", 2);
    }

    @Test
    @Doc(TIMER + "#timer-start-events")
    void aNewVersionStopsTheTimersOfTheOldOne() {
        deploy(process()
                .startEvent()
                .timerWithCycle("R/PT1H")
                .serviceTask("old")
                .zeebeJobType(id("old"))
                .endEvent()
                .done());
        deploy(process()
                .startEvent()
                .timerWithCycle("R1/PT1H")
                .serviceTask("new")
                .zeebeJobType(id("new"))
                .endEvent()
                .done());

        pass(Duration.ofHours(3));
        complete("new");

        completed(only("process"));
    }

    @Test
    @Doc(TIMER + "#timers")
    void anInterruptingEventSubProcessStartsByTimer() {
        var process = process();
        process.eventSubProcess("late")
                .startEvent("too-late")
                .interrupting(true)
                .timerWithDuration("PT1H")
                .endEvent("end-late");
        deploy(process.startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "task");

        pass(Duration.ofMinutes(61));

        completed(instance);
        stopped(instance, "task");
        passed(instance, "late");
        passed(instance, "end-late");
    }

    @Test
    @Doc("components/concepts/incidents/")
    void aTimerThatCannotBeReadIsAnIncident() {
        deploy(process()
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDurationExpression("time"))
                .endEvent()
                .done());
        var instance = run(Map.of("time", "tomorrow"));

        var incident = incident(instance, IncidentErrorType.EXTRACT_VALUE_ERROR);
        set(instance, Map.of("time", "PT0S"));
        resolve(incident);

        completed(instance);
    }

    @Test
    @Doc(TIMER + "#intermediate-timer-catch-events")
    void anIntermediateEventMayHaveNoCycle() {
        assertThat(refusal(process()
                        .startEvent()
                        .intermediateCatchEvent("wait", event -> event.timerWithCycle("R3/PT1H"))
                        .endEvent()
                        .done()))
                .contains("wait");
    }

    @Test
    @Doc(TIMER + "#timer-boundary-events")
    void anInterruptingBoundaryEventMayHaveNoCycle() {
        assertThat(refusal(process()
                        .startEvent()
                        .serviceTask("task")
                        .zeebeJobType(id("work"))
                        .boundaryEvent("late", event -> event.timerWithCycle("R3/PT1H"))
                        .endEvent()
                        .done()))
                .contains("late");
    }

    @Test
    @Doc(TIMER + "#timer-start-events")
    void aTimerStartEventMayHaveNoDuration() {
        refusal(process()
                .startEvent("start")
                .timerWithDuration("PT1H")
                .endEvent()
                .done());
    }
}
