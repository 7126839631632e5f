package org.tandem.engine.rest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tandem.engine.Engine;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Call;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Route;

/** Messages and signals. */
final class MessageRoutes {

    private final Commands commands;

    MessageRoutes(Engine engine) {
        this.commands = new Commands(engine);
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/messages/publication", this::publish),
                Route.of("POST", "/v2/messages/correlation", this::correlate),
                Route.of("POST", "/v2/signals/broadcast", this::broadcast));
    }

    private CompletableFuture<Answer> publish(Call call) {
        var body = call.body();
        var name = body.text("name");
        var correlationKey = body.textOr("correlationKey", "");
        var messageId = body.textOr("messageId", "");
        var timeToLive = body.numberOr("timeToLive", 0, Bodies.LONGEST_MILLIS, 0);
        var variables = body.variables();
        Bodies.checkTenant(body);
        body.end();
        return commands.ask(core -> {
            var message = core.messages().publish(name, correlationKey, messageId, timeToLive, variables);
            return Json.object().put("messageKey", Long.toString(message.key())).put("tenantId", Bodies.TENANT);
        });
    }

    private CompletableFuture<Answer> correlate(Call call) {
        var body = call.body();
        var name = body.text("name");
        var correlationKey = body.textOr("correlationKey", "");
        var variables = body.variables();
        Bodies.checkTenant(body);
        body.end();
        return commands.ask(core -> {
            var correlated = core.messages().correlate(name, correlationKey, variables);
            return Json.object()
                    .put("messageKey", Long.toString(correlated.message()))
                    .put("processInstanceKey", Long.toString(correlated.processInstance()))
                    .put("tenantId", Bodies.TENANT);
        });
    }

    private CompletableFuture<Answer> broadcast(Call call) {
        var body = call.body();
        var name = body.text("signalName");
        var variables = body.variables();
        Bodies.checkTenant(body);
        body.end();
        return commands.ask(core -> Json.object()
                .put("signalKey", Long.toString(core.signals().broadcast(name, variables)))
                .put("tenantId", Bodies.TENANT));
    }
}
