package org.tandem.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.ElementInstance.Origin;
import org.tandem.engine.state.ElementInstance.Position;
import org.tandem.engine.state.ElementInstance.Tokens;
import org.tandem.engine.state.Job;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Variable;

/** Writes what the engine writes for a process with three service tasks: 25 rows an instance in 7 commands. */
public final class SampleInstances {

    /** Activating and completing each of three jobs. */
    public static final int STEPS = 6;

    private static final String FILE = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="x">
              <process id="three-tasks" name="Three tasks" isExecutable="true">
                <startEvent id="Event_Started" />
                <sequenceFlow id="Flow_0" sourceRef="Event_Started" targetRef="Task_1" />
                <serviceTask id="Task_1"><extensionElements><zeebe:taskDefinition type="module.do-task-1" /></extensionElements></serviceTask>
                <sequenceFlow id="Flow_1" sourceRef="Task_1" targetRef="Task_2" />
                <serviceTask id="Task_2"><extensionElements><zeebe:taskDefinition type="module.do-task-2" /></extensionElements></serviceTask>
                <sequenceFlow id="Flow_2" sourceRef="Task_2" targetRef="Task_3" />
                <serviceTask id="Task_3"><extensionElements><zeebe:taskDefinition type="module.do-task-3" /></extensionElements></serviceTask>
                <sequenceFlow id="Flow_3" sourceRef="Task_3" targetRef="Event_Ended" />
                <endEvent id="Event_Ended" />
              </process>
            </definitions>
            """;

    private final State state;
    private final Definition process;
    private final Map<Long, Integer> steps = new HashMap<>();
    private final Map<Long, Long> jobs = new HashMap<>();
    private long now = 1_800_000_000_000L;

    public SampleInstances(State state) {
        this.state = state;
        var key = state.newKey();
        process = state.put(new Definition(
                key,
                Definition.Kind.PROCESS,
                "three-tasks",
                "Three tasks",
                1,
                null,
                "three-tasks.bpmn",
                FILE,
                "0",
                key,
                0,
                now,
                0));
    }

    public long create() {
        state.begin();
        var key = state.newKey();
        state.put(instance(key, "three-tasks", "PROCESS", 0, key, new Origin(0, 0, null, null, List.of())));
        variable(key, "inquiryId", "8f14e45f-ceea-467f-a1cd-%012d".formatted(key % 1_000_000));
        var start = state.put(instance(state.newKey(), "Event_Started", "START_EVENT", key, key, null));
        state.put(start.ended(ElementInstance.State.COMPLETED, now, List.of("Flow_0")));
        task(key, 1);
        steps.put(key, 0);
        state.keep();
        return key;
    }

    /** Whether it goes on. */
    public boolean step(long instance) {
        now++;
        state.begin();
        var step = steps.merge(instance, 1, Integer::sum);
        var job = state.get(Job.class, Objects.requireNonNull(jobs.get(instance)));
        if (step % 2 == 1) {
            state.put(job.activated("worker", now + 60_000));
        } else {
            complete(instance, job, step / 2);
        }
        state.keep();
        if (step == STEPS) {
            steps.remove(instance);
            jobs.remove(instance);
        }
        return step < STEPS;
    }

    private void complete(long instance, Job job, int number) {
        state.put(job.ended(Job.State.COMPLETED, now));
        var task = state.get(ElementInstance.class, job.element());
        state.put(task.ended(ElementInstance.State.COMPLETED, now, List.of("Flow_" + number)));
        if (number < 3) {
            variable(instance, "result" + number, "done");
            task(instance, number + 1);
        } else {
            var end = state.put(instance(state.newKey(), "Event_Ended", "END_EVENT", instance, instance, null));
            state.put(end.ended(ElementInstance.State.COMPLETED, now, List.of()));
            state.put(
                    state.get(ElementInstance.class, instance).ended(ElementInstance.State.COMPLETED, now, List.of()));
        }
    }

    private void task(long instance, int number) {
        var task = state.put(instance(state.newKey(), "Task_" + number, "SERVICE_TASK", instance, instance, null));
        var job = state.put(new Job(
                state.newKey(),
                "module.do-task-" + number,
                task.key(),
                instance,
                Job.State.ACTIVATABLE,
                3,
                "",
                0,
                Map.of(),
                null,
                null,
                now,
                0));
        jobs.put(instance, job.key());
    }

    private void variable(long instance, String name, String value) {
        state.put(new Variable(state.newKey(), instance, instance, name, JsonValue.of(value)));
    }

    private ElementInstance instance(
            long key, String id, String type, long scope, long process, @Nullable Origin origin) {
        return new ElementInstance(
                key,
                new Position(id, type, scope, process, this.process.key(), 0),
                now,
                ElementInstance.State.ACTIVE,
                0,
                0,
                scope == 0 ? new Tokens(1, Map.of(), null, 0) : Tokens.NONE,
                null,
                origin,
                0,
                null,
                List.of());
    }
}
