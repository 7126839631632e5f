package org.tandem.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tandem.engine.Engine;
import org.tandem.engine.Engine.Finished;
import org.tandem.engine.core.MigrationPlan;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Call;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Route;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance.State;

/** What is done with process instances, their variables and incidents. */
final class InstanceRoutes {

    private static final int USUAL_WAIT_MILLIS = 10_000;
    private static final int LONGEST_WAIT_MILLIS = 24 * 60 * 60 * 1_000;

    private final Engine engine;
    private final Commands commands;

    InstanceRoutes(Engine engine) {
        this.engine = engine;
        this.commands = new Commands(engine);
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/process-instances", this::create),
                Route.of("POST", "/v2/process-instances/*/cancellation", this::cancel),
                Route.of("POST", "/v2/process-instances/*/migration", this::migrate),
                Route.of("PUT", "/v2/element-instances/*/variables", this::setVariables),
                Route.of("POST", "/v2/incidents/*/resolution", this::resolve));
    }

    private CompletableFuture<Answer> create(Call call) {
        var body = call.body();
        var creation = Creation.read(body);
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

    private CompletableFuture<Answer> createAndWait(Creation creation, List<String> fetched, long limit) {
        var created = new CompletableFuture<ObjectNode>();
        return engine.createAndAwait(core -> {
                    var instance = creation.create(core);
                    created.complete(
                            creation.answer(core.state().get(Definition.class, instance.definition()), instance));
                    return instance;
                })
                .orTimeout(limit, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    throw failure instanceof TimeoutException ? tooLate(limit) : new CompletionException(failure);
                })
                .thenCombine(created, (finished, answer) -> finished(finished, answer, fetched));
    }

    private static Problem tooLate(long limit) {
        return Problem.of(
                504,
                "DEADLINE_EXCEEDED",
                "The process instance has been created and has not ended within %d ms.".formatted(limit));
    }

    private static Answer finished(Finished finished, ObjectNode answer, List<String> fetched) {
        var instance = finished.instance();
        if (instance.state() != State.COMPLETED) {
            throw Problem.of(
                    409,
                    "INVALID_STATE",
                    "The process instance '%d' was ended before it was complete.".formatted(instance.key()));
        }
        var variables = answer.putObject("variables");
        finished.variables().forEach((name, value) -> {
            if (fetched.isEmpty() || fetched.contains(name)) {
                variables.putRawValue(name, new RawValue(value.text()));
            }
        });
        return Answer.json(answer);
    }

    private CompletableFuture<Answer> cancel(Call call) {
        var key = call.key();
        withoutFields(call);
        return commands.run(core -> core.instances().cancel(key));
    }

    private CompletableFuture<Answer> migrate(Call call) {
        var key = call.key();
        var body = call.body();
        var target = body.optionalKey("targetProcessDefinitionKey");
        if (target == null) {
            throw body.missing("targetProcessDefinitionKey", "the key of a process definition");
        }
        if (!body.has("mappingInstructions")) {
            throw body.missing("mappingInstructions", "a list of objects");
        }
        var instructions = body.objects("mappingInstructions").stream()
                .map(instruction -> {
                    var mapped = new MigrationPlan.Instruction(
                            instruction.text("sourceElementId"), instruction.text("targetElementId"));
                    instruction.end();
                    return mapped;
                })
                .toList();
        Bodies.skipReference(body);
        body.end();
        return commands.run(core -> core.migrations().migrate(key, new MigrationPlan(target, instructions)));
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
        var variables = body.variables();
        var local = body.flagOr("local", false);
        Bodies.skipReference(body);
        body.end();
        return commands.run(core -> core.variables().set(key, variables, local));
    }
}
