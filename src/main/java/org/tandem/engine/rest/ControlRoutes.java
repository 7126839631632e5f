package org.tandem.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tandem.engine.Engine;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Call;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Route;

/** What tests and simulations do to an engine: move its clock, empty it. Only where that is allowed. */
final class ControlRoutes {

    private final Engine engine;
    private final boolean allowed;

    ControlRoutes(Engine engine, boolean allowed) {
        this.engine = engine;
        this.allowed = allowed;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/actuator/clock", call -> CompletableFuture.completedFuture(clock(engine.now()))),
                Route.of("POST", "/actuator/clock/add", this::add),
                Route.of("POST", "/actuator/clock/pin", this::pin),
                Route.of("DELETE", "/actuator/clock", call -> reset().thenApply(ControlRoutes::clock)),
                Route.of("POST", "/v2/clock/reset", call -> reset().thenApply(now -> Answer.NOTHING)),
                Route.of("POST", "/actuator/cluster/purge", this::purge));
    }

    private static Answer clock(long millis) {
        return Answer.json(Json.object()
                .put("epochMilli", millis)
                .put("instant", Instant.ofEpochMilli(millis).toString()));
    }

    private void check() {
        if (!allowed) {
            throw Problem.of(
                    403,
                    "FORBIDDEN",
                    "The clock of this engine cannot be moved and its data cannot be purged; it runs for real.");
        }
    }

    private CompletableFuture<Answer> add(Call call) {
        check();
        var body = call.body();
        var offset = body.number("offsetMilli", 0, Bodies.LONGEST_MILLIS);
        body.end();
        return engine.moveClock(offset).thenApply(ControlRoutes::clock);
    }

    /** The clock goes on from there: nothing can wait for a clock that stands still. */
    private CompletableFuture<Answer> pin(Call call) {
        check();
        var body = call.body();
        var millis = body.number("epochMilli", 0, Bodies.LONGEST_MILLIS);
        body.end();
        return engine.moveClock(millis - engine.now()).thenApply(ControlRoutes::clock);
    }

    private CompletableFuture<Long> reset() {
        check();
        return engine.resetClock();
    }

    private CompletableFuture<Answer> purge(Call call) {
        check();
        return engine.purge().thenApply(change -> Answer.json(purged(change)));
    }

    private static ObjectNode purged(long change) {
        var answer = Json.object().put("changeId", change);
        answer.putArray("plannedChanges");
        return answer;
    }
}
