package org.tandem.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tandem.engine.ActivateJobs;
import org.tandem.engine.Engine;
import org.tandem.engine.core.Jobs.Activated;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Call;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Route;

/** What workers do with jobs. */
final class JobRoutes {

    /** More are not given at once; a worker that wants more asks again. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final int USUAL_WAIT_MILLIS = 10_000;
    private static final int LONGEST_WAIT_MILLIS = 24 * 60 * 60 * 1_000;

    private final Engine engine;
    private final Commands commands;

    JobRoutes(Engine engine) {
        this.engine = engine;
        this.commands = new Commands(engine);
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/jobs/activation", this::activate),
                Route.of("POST", "/v2/jobs/*/completion", this::complete),
                Route.of("POST", "/v2/jobs/*/failure", this::fail),
                Route.of("POST", "/v2/jobs/*/error", this::throwError),
                Route.of("PATCH", "/v2/jobs/*", this::update));
    }

    private CompletableFuture<Answer> activate(Call call) {
        var body = call.body();
        var type = body.text("type");
        var worker = body.textOr("worker", "");
        var timeout = body.number("timeout", 1, Bodies.LONGEST_MILLIS);
        var most = body.number("maxJobsToActivate", 1, Integer.MAX_VALUE);
        var variables = body.texts("fetchVariable");
        var wait = body.numberOr("requestTimeout", Long.MIN_VALUE, LONGEST_WAIT_MILLIS, 0);
        body.texts("tenantIds").forEach(tenant -> Bodies.checkTenant("tenantIds", tenant));
        body.end();

        var poll = engine.activateJobs(new ActivateJobs(
                type,
                worker,
                timeout,
                (int) Math.min(most, MOST_AT_ONCE),
                variables,
                wait == 0 ? USUAL_WAIT_MILLIS : wait));
        call.whenGone(() -> engine.hangUp(poll));
        return poll.answer()
                .thenApplyAsync(JobRoutes::given, call.executor())
                .thenApply(answer ->
                        answer.ifLost(() -> engine.giveBack(poll.answer().join())));
    }

    private static Answer given(List<Activated> jobs) {
        var answer = Json.object();
        var items = answer.putArray("jobs");
        jobs.forEach(job -> items.add(job(job)));
        return Answer.json(answer);
    }

    private static ObjectNode job(Activated given) {
        var job = given.job();
        var element = given.element();
        var item = Json.object()
                .put("jobKey", Long.toString(job.key()))
                .put("type", job.type())
                .put("processInstanceKey", Long.toString(job.processInstance()))
                .put("processDefinitionKey", Long.toString(element.definition()))
                .put("processDefinitionId", given.process().id())
                .put("processDefinitionVersion", given.process().version())
                .put("elementId", element.elementId())
                .put("elementInstanceKey", Long.toString(element.key()))
                .put("worker", job.worker())
                .put("retries", job.retries())
                .put("deadline", job.deadline())
                .put("kind", "BPMN_ELEMENT")
                .put("listenerEventType", "UNSPECIFIED")
                .put("tenantId", Bodies.TENANT);
        var headers = item.putObject("customHeaders");
        job.headers().forEach(headers::put);
        var variables = item.putObject("variables");
        given.variables().forEach((name, value) -> variables.putRawValue(name, new RawValue(value.text())));
        var tags = item.putArray("tags");
        given.tags().forEach(tags::add);
        return item;
    }

    private CompletableFuture<Answer> complete(Call call) {
        var key = call.key();
        var body = call.body();
        var variables = body.variables();
        if (body.has("result")) {
            throw Problem.notHere(
                    "Completing a job with a result for a listener or an ad-hoc sub-process (field 'result')");
        }
        body.end();
        return commands.run(core -> core.jobs().complete(key, variables));
    }

    private CompletableFuture<Answer> fail(Call call) {
        var key = call.key();
        var body = call.body();
        var retries = (int) body.numberOr("retries", 0, Integer.MAX_VALUE, 0);
        var backOff = body.numberOr("retryBackOff", 0, Bodies.LONGEST_MILLIS, 0);
        var message = Bodies.message(body, "errorMessage");
        var variables = body.variables();
        body.end();
        return commands.run(core -> core.jobs().fail(key, retries, backOff, message, variables));
    }

    private CompletableFuture<Answer> throwError(Call call) {
        var key = call.key();
        var body = call.body();
        var code = body.text("errorCode");
        var message = Bodies.message(body, "errorMessage");
        var variables = body.variables();
        body.end();
        return commands.run(core -> core.jobs().throwError(key, code, message, variables));
    }

    private CompletableFuture<Answer> update(Call call) {
        var key = call.key();
        var body = call.body();
        var change = body.object("changeset");
        var retries = change.optionalNumber("retries", 1, Integer.MAX_VALUE);
        var timeout = change.optionalNumber("timeout", 0, Bodies.LONGEST_MILLIS);
        change.end();
        Bodies.skipReference(body);
        body.end();
        if (retries == null && timeout == null) {
            throw Problem.invalid("The field 'changeset' changes nothing; it must have 'retries' or 'timeout'.");
        }
        return commands.run(core -> core.jobs().update(key, retries == null ? null : retries.intValue(), timeout));
    }
}
