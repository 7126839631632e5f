package org.tandem.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.bpmn.DeployableFiles;
import org.tandem.bpmn.ModelFiles;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Incident;
import org.tandem.engine.state.Job;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Subscription;
import org.tandem.engine.state.Timer;
import org.tandem.engine.state.UserTask;
import org.tandem.policy.Contract;
import org.tandem.policy.states.Capabilities;
import org.tandem.policy.states.Place;
import org.tandem.policy.states.StateGraph;

/**
 * BPMN has one meaning in the house: whatever Tandem's processes do on the engine, at random, is a path in the state graph on which the
 * policy proves its rules. One happening on the engine is at most a few steps there, each reached from the last.
 */
@Execution(ExecutionMode.CONCURRENT)
class OneMeaningTest {

    private static final int LIVES = 60;
    private static final int HAPPENINGS = 40;
    private static final int STEPS_AT_ONCE = 3;
    private static final ModelFiles MODELS = ModelFiles.inFolder(Path.of("processes"));
    private static final DeployableFiles FILES = new DeployableFiles();

    /** Where tokens are: each element with the call activities around its process. */
    private record Seen(Set<List<String>> places) {}

    @ParameterizedTest
    @ValueSource(strings = {"inquiry-received", "inquiry-reopened"})
    void whatTheEngineDoesIsAPathInThePolicysStateGraph(String message) {
        var graph = graph(message);
        var projections = new HashMap<org.tandem.policy.states.State, Seen>();
        // what the policy takes to be done at once is in no state in which a process rests
        var known = graph.states().stream()
                .filter(state -> !graph.isPassing(state))
                .flatMap(state -> state.active().stream())
                .map(place -> place.node().id())
                .collect(Collectors.toSet());
        graph.states().forEach(state -> projections.put(state, seen(state.active(), known)));
        for (long seed = 1; seed <= LIVES; seed++) {
            var life = new Life(seed, message, known);
            var story = new ArrayList<String>(List.of("start by " + message));
            var possible = matching(Set.of(graph.initial()), life.seen(), graph, projections);
            assertThat(possible)
                    .as("seed %d: %s then %s", seed, story, life.seen())
                    .isNotEmpty();
            for (int i = 0; i < HAPPENINGS && life.goesOn(); i++) {
                story.add(life.happens());
                possible = matching(possible, life.seen(), graph, projections);
                assertThat(possible)
                        .as("seed %d: %s then %s", seed, story, life.seen())
                        .isNotEmpty();
            }
        }
    }

    private static StateGraph graph(String message) {
        var process = Objects.requireNonNull(MODELS.library().processes().get("resolve-inquiry"));
        return process.startsOf(null).stream()
                .map(start -> StateGraph.of(
                        MODELS.library(), Capabilities.of(Contract.workers(), Contract.MESSAGES), process, start))
                .filter(graph -> message.equals(graph.startMessage()))
                .findFirst()
                .orElseThrow();
    }

    /** The states that look like this and can be reached by a few happenings and all that passes by itself. */
    private static Set<org.tandem.policy.states.State> matching(
            Collection<org.tandem.policy.states.State> from,
            Seen seen,
            StateGraph graph,
            Map<org.tandem.policy.states.State, Seen> projections) {
        var found = new LinkedHashSet<org.tandem.policy.states.State>();
        var left = new HashMap<org.tandem.policy.states.State, Integer>();
        var open = new ArrayDeque<>(from);
        from.forEach(state -> left.put(state, STEPS_AT_ONCE));
        while (!open.isEmpty()) {
            var state = open.remove();
            int steps = left.getOrDefault(state, 0);
            var passing = graph.isPassing(state);
            if (seen.equals(projections.get(state))) {
                found.add(state);
            }
            var after = passing ? steps : steps - 1;
            if (after >= 0) {
                for (var step : graph.stepsFrom(state)) {
                    if (left.getOrDefault(step.to(), -1) < after) {
                        left.put(step.to(), after);
                        open.add(step.to());
                    }
                }
            }
        }
        return found;
    }

    private static Seen seen(Collection<Place> active, Set<String> known) {
        return new Seen(active.stream()
                .filter(place -> known.contains(place.node().id()))
                .map(OneMeaningTest::path)
                .collect(Collectors.toSet()));
    }

    private static List<String> path(Place place) {
        var path = new ArrayList<String>();
        for (var caller = place.frame().caller();
                caller != null;
                caller = caller.frame().caller()) {
            path.addFirst(caller.node().id());
        }
        path.add(place.node().id());
        return path;
    }

    /** An inquiry on the engine, with workers that write what they promise, and a customer who does anything at any time. */
    private static final class Life {

        private static final List<String> REASONS = List.of("CUSTOMER_ASKED", "GATE", "NOT_SOLVED", "REOPENED");

        private final Random random;
        private final Set<String> known;
        private final org.tandem.engine.state.State state = new org.tandem.engine.state.State();
        private final Core core = new Core(state, FILES);
        private long now = 1_800_000_000_000L;
        private int stretch = 1;

        Life(long seed, String message, Set<String> known) {
            this.random = new Random(seed);
            this.known = known;
            run(core -> core.deployments().deploy(MODELS.files()));
            var variables = new HashMap<String, JsonValue>();
            put(variables, "inquiryId", "inquiry");
            put(variables, "inquiryNumber", "TA-1");
            put(variables, "conversationKey", key());
            put(variables, "startKey", key());
            put(variables, "handOverReason", "REOPENED");
            run(core -> core.messages().publish(message, "inquiry", "", 0, variables));
        }

        private <T> T run(Command<T> command) {
            var answer = core.execute(command, now);
            assertThat(state.all(Incident.class)).isEmpty();
            return answer;
        }

        private String key() {
            return "inquiry/" + stretch;
        }

        boolean goesOn() {
            return !state.all(ElementInstance.class).isEmpty();
        }

        Seen seen() {
            return new Seen(state.all(ElementInstance.class).stream()
                    .filter(element -> !element.isProcess() && known.contains(element.elementId()))
                    .map(this::path)
                    .collect(Collectors.toSet()));
        }

        private List<String> path(ElementInstance element) {
            var path = new ArrayList<String>();
            path.add(element.elementId());
            var instance = state.get(ElementInstance.class, element.processInstance());
            for (var caller = core.instances().around(instance); caller != null; ) {
                path.addFirst(caller.elementId());
                caller = core.instances().around(state.get(ElementInstance.class, caller.processInstance()));
            }
            return path;
        }

        String happens() {
            return switch (random.nextInt(8)) {
                case 0 -> says("person-requested", key(), Map.of(), true);
                case 1 -> says("customer-wrote", key(), Map.of(), false);
                case 2 -> says("verdict-given", key(), Map.of("solved", JsonValue.of(random.nextBoolean())), true);
                case 3 -> random.nextInt(8) == 0 ? says("inquiry-withdrawn", "inquiry", Map.of(), false) : works();
                case 4 -> says("rating-given", "inquiry", Map.of("ratingScore", JsonValue.of(4)), false);
                case 5 -> timePasses();
                default -> works();
            };
        }

        /** What nobody listens to is not said: the case file would not take it in that state either. */
        private String says(String name, String key, Map<String, JsonValue> variables, boolean endsStretch) {
            if (state.listeners(Subscription.Kind.MESSAGE, name, key).isEmpty()) {
                return name + " (nobody listens)";
            }
            run(core -> core.messages().publish(name, key, "", 0, variables));
            if (endsStretch) {
                stretch++;
            }
            return name;
        }

        private String timePasses() {
            var timers = List.copyOf(state.all(Timer.class));
            if (timers.isEmpty()) {
                return "no timer";
            }
            var next = timers.stream()
                    .min(java.util.Comparator.comparingLong(Timer::due))
                    .orElseThrow();
            now = next.due();
            run(core -> {
                core.timers().fire(next.key());
                return next.elementId();
            });
            return "timer " + next.elementId();
        }

        private String works() {
            var tasks = List.copyOf(state.all(UserTask.class));
            var jobs = List.copyOf(state.all(Job.class));
            if (!tasks.isEmpty() && random.nextBoolean()) {
                var results = new HashMap<String, JsonValue>();
                List.of(
                                "reply",
                                "resolutionCode",
                                "draftVerdict",
                                "draftFlaw",
                                "topic",
                                "productArea",
                                "productFeedback")
                        .forEach(name -> put(results, name, name));
                run(core -> {
                    core.userTasks().complete(tasks.getFirst().key(), results);
                    return true;
                });
                return "the agent answers";
            }
            if (jobs.isEmpty()) {
                return "nothing to do";
            }
            var job = jobs.get(random.nextInt(jobs.size()));
            run(core -> core.jobs().activate(job.type(), "worker", 60_000, 10, List.of()));
            var worker = Contract.workers().stream()
                    .filter(one -> one.type().equals(job.type()))
                    .findFirst()
                    .orElseThrow();
            if (!worker.errors().isEmpty() && random.nextInt(3) == 0) {
                var code = worker.errors().iterator().next();
                run(core -> {
                    core.jobs().throwError(job.key(), code, null, Map.of());
                    return true;
                });
                return job.type() + " throws " + code;
            }
            var results = results(worker.writes());
            run(core -> {
                core.jobs().complete(job.key(), results);
                return true;
            });
            return job.type() + " " + results;
        }

        private Map<String, JsonValue> results(Set<String> names) {
            var results = new HashMap<String, JsonValue>();
            var fields = new HashSet<String>();
            for (var name : names) {
                if (name.contains(".")) {
                    fields.add(name.replaceFirst("\\..*", ""));
                } else {
                    put(results, name, value(name));
                }
            }
            fields.forEach(object -> put(
                    results,
                    object,
                    names.stream()
                            .filter(name -> name.startsWith(object + "."))
                            .collect(Collectors.toMap(name -> name.substring(object.length() + 1), name -> "text"))));
            return results;
        }

        private Object value(String name) {
            return switch (name) {
                case "conversationKey" -> key();
                case "handOverReason" -> REASONS.get(random.nextInt(REASONS.size()));
                case "topicClass" ->
                    List.of("routine", "account", "sensitive", "person-only", "unknown")
                            .get(random.nextInt(5));
                case "risk", "guaranteedRisk" -> random.nextBoolean() ? 0.001 : 0.9;
                case "repeatContacts" -> random.nextInt(3);
                case "language" -> "en";
                case "outcome" ->
                    List.of("SOLVED_BY_AI", "SOLVED_BY_PERSON", "PRESUMED_SOLVED")
                            .get(random.nextInt(3));
                case "warnAt", "complaintWarnAt", "firstResponseDue", "resolutionDue", "callAgainAt", "followUpAt" ->
                    "2030-01-01T00:00:00Z";
                case "topic", "previousAgent" -> "some " + name;
                default -> random.nextBoolean();
            };
        }

        private static void put(Map<String, JsonValue> into, String name, Object value) {
            into.put(name, JsonValue.of(value));
        }
    }
}
