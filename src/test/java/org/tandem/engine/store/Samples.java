package org.tandem.engine.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.engine.state.Assignment;
import org.tandem.engine.state.Correlation;
import org.tandem.engine.state.DecisionInstance;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.ElementInstance.Origin;
import org.tandem.engine.state.ElementInstance.Position;
import org.tandem.engine.state.ElementInstance.Tokens;
import org.tandem.engine.state.Entity;
import org.tandem.engine.state.Incident;
import org.tandem.engine.state.Job;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Loop;
import org.tandem.engine.state.Message;
import org.tandem.engine.state.Subscription;
import org.tandem.engine.state.Timer;
import org.tandem.engine.state.UserTask;
import org.tandem.engine.state.Variable;

/** Things of every kind: full ones, empty ones, and ones with what is hard to write. */
final class Samples {

    static final long PROCESS = 10;
    static final long INSTANCE = 20;
    static final long TASK = 30;
    private static final long NOW = 1_800_000_000_000L;
    private static final String ODD = "Ä \"quoted\" \\ 'single' \n\t 🙈 \u2028 ; -- ?";
    private static final JsonValue DEEP = JsonValue.parse("[".repeat(2000) + "]".repeat(2000));
    private static final JsonValue EXACT = JsonValue.parse(
            "{ \"a\" : 1.00, \"b\":[1e400 , -0.0,12345678901234567890.123456789012345678901234567890], \"c\":\"\\u00e9\\ud83d\" }");

    private Samples() {}

    static Definition process() {
        return new Definition(
                PROCESS, Definition.Kind.PROCESS, "order", ODD, 1, "v1", "order.bpmn", "<a/>", "c", 9, 0, NOW, 0);
    }

    static ElementInstance instance(long key, long parent) {
        return new ElementInstance(
                key,
                new Position("order", "PROCESS", 0, key, PROCESS, 0),
                NOW,
                ElementInstance.State.ACTIVE,
                0,
                0,
                Tokens.NONE,
                null,
                new Origin(parent, parent == 0 ? 0 : parent + 1, null, null, List.of()),
                0,
                null,
                List.of());
    }

    static ElementInstance element(long key, long instance) {
        return new ElementInstance(
                key,
                new Position("Task", "SERVICE_TASK", instance, instance, PROCESS, 0),
                NOW,
                ElementInstance.State.ACTIVE,
                0,
                0,
                Tokens.NONE,
                null,
                null,
                0,
                null,
                List.of());
    }

    /** All with keys of their own. The process comes first, then its instance and that one's element. */
    static List<Entity> all() {
        return Stream.of(instances(), work(), messages(), decisions())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Entity> instances() {
        return List.of(
                process(),
                instance(INSTANCE, 0),
                element(TASK, INSTANCE),
                new Definition(11, Definition.Kind.DECISION, "d", "", 2, null, "d.dmn", null, "", 9, 12, NOW, NOW),
                new Definition(13, Definition.Kind.FORM, "f", "F", 1, null, "f.form", ODD, "", 9, 0, NOW, 0),
                new ElementInstance(
                        21,
                        new Position("order", "PROCESS", 0, 21, PROCESS, 0),
                        NOW,
                        ElementInstance.State.COMPLETING,
                        0,
                        77,
                        new Tokens(3, Map.of("Flow_1", 1, ODD, 2), "Event_1", 4),
                        null,
                        new Origin(INSTANCE, TASK, "Start_1", ODD, List.of("tag", ODD)),
                        0,
                        Map.of("x", DEEP, "", EXACT, ODD, JsonValue.NULL),
                        List.of()),
                new ElementInstance(
                        31,
                        new Position(ODD, "MULTI_INSTANCE_BODY", INSTANCE, INSTANCE, PROCESS, 7),
                        NOW,
                        ElementInstance.State.ACTIVATING,
                        0,
                        78,
                        Tokens.NONE,
                        new Loop(
                                List.of(EXACT, JsonValue.of("a"), JsonValue.of(true), JsonValue.of("x".repeat(70_000))),
                                Arrays.asList(JsonValue.NULL, EXACT),
                                3,
                                2,
                                1),
                        null,
                        79,
                        Map.of(),
                        List.of("Flow_1", ODD)),
                new ElementInstance(
                        32,
                        new Position("Body", "MULTI_INSTANCE_BODY", INSTANCE, INSTANCE, PROCESS, 0),
                        NOW,
                        ElementInstance.State.ACTIVE,
                        0,
                        0,
                        Tokens.NONE,
                        new Loop(List.of(), null, 0, 0, 0),
                        null,
                        0,
                        null,
                        List.of()),
                element(33, INSTANCE).ended(ElementInstance.State.TERMINATED, NOW + 1, List.of()),
                new Variable(40, INSTANCE, INSTANCE, ODD, EXACT),
                new Variable(41, TASK, INSTANCE, "", JsonValue.NULL));
    }

    private static List<Entity> work() {
        return List.of(
                new Job(50, "t", TASK, INSTANCE, Job.State.ACTIVATABLE, 3, "", 0, Map.of(), null, null, NOW, 0),
                new Job(
                        51,
                        ODD,
                        TASK,
                        INSTANCE,
                        Job.State.ERROR_UNCAUGHT,
                        -1,
                        ODD,
                        NOW,
                        Map.of("", "", ODD, ODD),
                        "",
                        ODD,
                        NOW,
                        NOW + 1),
                new UserTask(
                        52,
                        TASK,
                        INSTANCE,
                        UserTask.State.CREATED,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        0,
                        0,
                        null,
                        Map.of(),
                        NOW,
                        0),
                new UserTask(
                        53,
                        TASK,
                        INSTANCE,
                        UserTask.State.COMPLETED,
                        "",
                        List.of("", ODD),
                        List.of("eve"),
                        "2027-01-15T08:00:00+01:00",
                        "no date at all",
                        100,
                        13,
                        ODD,
                        Map.of("a", "b"),
                        NOW,
                        NOW + 1),
                new Assignment(54, 53, INSTANCE, null, NOW),
                new Assignment(55, 53, INSTANCE, ODD, NOW),
                new Incident(56, "IO_MAPPING_ERROR", ODD, TASK, INSTANCE, 0, Incident.Phase.ACTIVATE, NOW, 0),
                new Incident(57, "JOB_NO_RETRIES", "", TASK, INSTANCE, 51, Incident.Phase.JOB, NOW, NOW));
    }

    private static List<Entity> messages() {
        return List.of(
                new Subscription(
                        60,
                        Subscription.Kind.MESSAGE,
                        TASK,
                        INSTANCE,
                        PROCESS,
                        "Event",
                        ODD,
                        ODD,
                        Subscription.State.CREATED,
                        NOW),
                new Subscription(
                        61,
                        Subscription.Kind.SIGNAL,
                        TASK,
                        INSTANCE,
                        PROCESS,
                        "Event",
                        "s",
                        "",
                        Subscription.State.DELETED,
                        NOW),
                new Correlation(62, 64, 0, INSTANCE, INSTANCE, PROCESS, "Start", ODD, "", NOW),
                new Correlation(63, 64, 60, TASK, INSTANCE, PROCESS, "Event", "m", ODD, NOW),
                new Message(64, "m", "", "", Map.of(), Set.of(), NOW, NOW, 0),
                new Message(65, ODD, ODD, ODD, Map.of("v", EXACT, "w", DEEP), Set.of("p", ODD), NOW, NOW, NOW),
                new Timer(66, TASK, PROCESS, "Timer", NOW, null, 0),
                new Timer(67, 0, PROCESS, "Start", NOW, "R/PT1H", -1));
    }

    private static List<Entity> decisions() {
        return List.of(
                new DecisionInstance(
                        70,
                        71,
                        1,
                        11,
                        11,
                        DecisionInstance.Type.UNKNOWN,
                        0,
                        0,
                        ODD,
                        JsonValue.NULL,
                        List.of(),
                        List.of(),
                        NOW),
                new DecisionInstance(
                        72,
                        71,
                        2,
                        11,
                        11,
                        DecisionInstance.Type.DECISION_TABLE,
                        TASK,
                        INSTANCE,
                        null,
                        EXACT,
                        List.of(
                                new DecisionInstance.Input("i", "", JsonValue.NULL),
                                new DecisionInstance.Input(ODD, ODD, EXACT)),
                        List.of(new DecisionInstance.Rule(
                                "r", 1, List.of(new DecisionInstance.Output("o", "", JsonValue.of(1))))),
                        NOW));
    }
}
