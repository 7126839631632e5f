package org.tandem.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tandem.engine.Engine;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Call;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Route;

/** What the engine tells of itself: a cluster of one broker with one partition. */
final class ClusterRoutes {

    /** The version of the API. */
    private static final String VERSION = "8.8.0";

    private final Engine engine;

    ClusterRoutes(Engine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/topology", call -> now(topology())),
                Route.of("GET", "/v2/status", this::status),
                Route.of("GET", "/v2/license", call -> now(license())),
                Route.of("GET", "/v2/authentication/me", call -> now(me())),
                Route.of("GET", "/actuator/health", this::health));
    }

    private static CompletableFuture<Answer> now(ObjectNode answer) {
        return CompletableFuture.completedFuture(Answer.json(answer));
    }

    private ObjectNode topology() {
        var answer = Json.object()
                .put("clusterSize", 1)
                .put("partitionsCount", 1)
                .put("replicationFactor", 1)
                .put("gatewayVersion", VERSION)
                .put("lastCompletedChangeId", Long.toString(engine.changeId()));
        answer.putArray("brokers")
                .addObject()
                .put("nodeId", 0)
                .put("host", "localhost")
                .put("port", 0)
                .put("version", VERSION)
                .putArray("partitions")
                .addObject()
                .put("partitionId", 1)
                .put("role", "leader")
                .put("health", engine.failure() == null ? "healthy" : "dead");
        return answer;
    }

    private CompletableFuture<Answer> status(Call call) {
        if (engine.failure() != null) {
            throw Problem.of(503, "UNAVAILABLE", "The engine has stopped; its log tells why.");
        }
        return CompletableFuture.completedFuture(Answer.NOTHING);
    }

    private CompletableFuture<Answer> health(Call call) {
        status(call);
        return now(Json.object().put("status", "UP"));
    }

    private static ObjectNode license() {
        return Json.object()
                .put("validLicense", true)
                .put("licenseType", "Apache-2.0")
                .put("isCommercial", false)
                .putNull("expiresAt");
    }

    private static ObjectNode me() {
        var me = Json.object()
                .put("username", "engine")
                .put("displayName", "Embedded engine")
                .putNull("email")
                .putNull("salesPlanType")
                .put("canLogout", false)
                .put("apiUser", true);
        List.of("authorizedComponents", "tenants", "groups", "roles").forEach(me::putArray);
        me.putObject("c8Links");
        return me;
    }
}
