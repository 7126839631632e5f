package org.tandem.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.Engine;
import org.tandem.engine.core.Core;
import org.tandem.engine.core.Instances.NewInstance;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Body;
import org.tandem.engine.rest.http.Call;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Route;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.ElementInstance.State;
import org.tandem.engine.state.JsonValue;

/** What is done with process instances, their variables and incidents. */
final class InstanceRoutes {

    private static final int USUAL_WAIT_MILLIS = 10_000;
    private static final int LONGEST_WAIT_MILLIS = 24 * 60 * 60 * 1_000;
    private static final int MOST_TAGS = 10;
    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_:.-]{0,99}");

    private final Engine engine;
    private final Commands commands;

    InstanceRoutes(Engine engine) {
        this.engine = engine;
        this.commands = new Commands(engine);
    }

    private record Creation(
            @Nullable Long key,
            @Nullable String id,
            int version,
            Map<String, JsonValue> variables,
            List<String> starts,
            List<String> tags) {

        Definition process(Core core) {
            return key != null
                    ? core.deployments().process(key)
                    : core.deployments().process(String.valueOf(id), version);
        }

        ElementInstance create(Core core) {
            return core.instances().create(new NewInstance(process(core), variables, starts, tags));
        }

        ObjectNode answer(Definition process, ElementInstance instance) {
            var answer = Json.object()
                    .put("processDefinitionId", process.id())
                    .put("processDefinitionVersion", process.version())
                    .put("processDefinitionKey", Long.toString(process.key()))
                    .put("processInstanceKey", Long.toString(instance.key()))
                    .put("tenantId", Bodies.TENANT);
            var all = answer.putArray("tags");
            tags.forEach(all::add);
            answer.putObject("variables");
            return answer;
        }
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/process-instances", this::create),
                Route.of("POST", "/v2/process-instances/*/cancellation", this::cancel),
                Route.of("PUT", "/v2/element-instances/*/variables", this::setVariables),
                Route.of("POST", "/v2/incidents/*/resolution", this::resolve));
    }

    private CompletableFuture<Answer> create(Call call) {
        var body = call.body();
        var creation = creation(body);
        var wait = body.flagOr("awaitCompletion", false);
        var fetched = body.texts("fetchVariables");
        var limit = body.numberOr("requestTimeout", 0, LONGEST_WAIT_MILLIS, 0);
        body.end();
        return wait
                ? createAndWait(creation, fetched, limit == 0 ? USUAL_WAIT_MILLIS : limit)
                : commands.ask(core -> {
                    var instance = creation.create(core);
                    return creation.answer(core.state().get(Definition.class, instance.definition()), instance);
                });
    }

    private static Creation creation(Body body) {
        var key = body.optionalKey("processDefinitionKey");
        var id = body.optionalText("processDefinitionId");
        var version = body.numberOr("processDefinitionVersion", -1, Integer.MAX_VALUE, -1);
        if (key == null && (id == null || id.isEmpty())) {
            throw body.missing("processDefinitionId", "a text, unless 'processDefinitionKey' is there");
        }
        if (key != null && id != null && !id.isEmpty()) {
            throw Problem.invalid("Only one of 'processDefinitionId' and 'processDefinitionKey' can be given.");
        }
        if (!body.objects("runtimeInstructions").isEmpty()) {
            throw Problem.notHere("Ending a process instance after an element (field 'runtimeInstructions')");
        }
        var starts = body.objects("startInstructions").stream()
                .map(start -> {
                    var element = start.text("elementId");
                    start.end();
                    return element;
                })
                .toList();
        Bodies.checkTenant(body);
        Bodies.skipReference(body);
        return new Creation(key, id, (int) version, Bodies.variables(body), starts, tags(body));
    }

    private static List<String> tags(Body body) {
        var tags = body.texts("tags").stream().distinct().toList();
        if (tags.size() > MOST_TAGS) {
            throw Problem.invalid("The field 'tags' has %d tags; at most %d are allowed.", tags.size(), MOST_TAGS);
        }
        for (var tag : tags) {
            if (!TAG.matcher(tag).matches()) {
                throw Problem.invalid(
                        "The tag \"%s\" must begin with a letter and have at most 100 letters, digits and _ - : . only.",
                        tag);
            }
        }
        return tags;
    }

    private CompletableFuture<Answer> createAndWait(Creation creation, List<String> fetched, long limit) {
        return engine.createAndAwait(creation::create)
                .orTimeout(limit, TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException
                                ? Problem.of(
                                        504,
                                        "DEADLINE_EXCEEDED",
                                        "The process instance has been created and has not ended within %d ms."
                                                .formatted(limit))
                                : failure))
                .thenCompose(finished -> commands.ask(core -> {
                    var instance = finished.instance();
                    if (instance.state() != State.COMPLETED) {
                        throw Problem.of(
                                409,
                                "INVALID_STATE",
                                "The process instance '%d' was ended before it was complete."
                                        .formatted(instance.key()));
                    }
                    var answer = creation.answer(core.state().get(Definition.class, instance.definition()), instance);
                    var variables = answer.putObject("variables");
                    finished.variables().forEach((name, value) -> {
                        if (fetched.isEmpty() || fetched.contains(name)) {
                            variables.putRawValue(name, new RawValue(value.text()));
                        }
                    });
                    return answer;
                }));
    }

    private CompletableFuture<Answer> cancel(Call call) {
        var key = call.key();
        withoutFields(call);
        return commands.run(core -> core.instances().cancel(key));
    }

    private CompletableFuture<Answer> resolve(Call call) {
        var key = call.key();
        withoutFields(call);
        return commands.run(core -> core.incidents().resolve(key));
    }

    private static void withoutFields(Call call) {
        var body = call.body();
        Bodies.skipReference(body);
        body.end();
    }

    private CompletableFuture<Answer> setVariables(Call call) {
        var key = call.key();
        var body = call.body();
        if (!body.has("variables")) {
            throw body.missing("variables", "an object");
        }
        var variables = Bodies.variables(body);
        var local = body.flagOr("local", false);
        Bodies.skipReference(body);
        body.end();
        return commands.run(core -> core.variables().set(key, variables, local));
    }
}
