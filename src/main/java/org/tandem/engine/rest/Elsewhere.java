package org.tandem.engine.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Route;

/** What the API of a Camunda 8 cluster has and this engine has not. */
final class Elsewhere {

    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("batch-operations", "Operating on many process instances at once"),
            Map.entry("authorizations", "Granting authorizations"),
            Map.entry("users", "Managing users"),
            Map.entry("groups", "Managing groups"),
            Map.entry("roles", "Managing roles"),
            Map.entry("tenants", "Managing tenants"),
            Map.entry("mapping-rules", "Mapping claims"),
            Map.entry("documents", "Keeping documents"),
            Map.entry("setup", "Setting up the first user"),
            Map.entry("system", "Measuring usage"));

    private static final Map<String, String> SINGLE = Map.ofEntries(
            Map.entry("POST /v2/process-instances/*/modification", "Modifying a process instance"),
            Map.entry(
                    "POST /v2/process-instances/*/incident-resolution",
                    "Resolving all incidents of a process instance"),
            Map.entry("POST /v2/process-instances/cancellation", "Cancelling many process instances at once"),
            Map.entry("POST /v2/process-instances/modification", "Modifying many process instances at once"),
            Map.entry("POST /v2/process-instances/migration", "Migrating many process instances at once"),
            Map.entry("POST /v2/process-instances/incident-resolution", "Resolving many incidents at once"),
            Map.entry(
                    "POST /v2/element-instances/ad-hoc-activities/*/activation",
                    "Activating elements of an ad-hoc sub-process"),
            Map.entry("PUT /v2/clock", "Stopping the clock"));

    private Elsewhere() {}

    static List<Route> routes() {
        var routes = new ArrayList<Route>();
        WHOLE.forEach((path, what) -> {
            routes.add(refused("*", "/v2/" + path, what));
            routes.add(refused("*", "/v2/" + path + "/**", what));
        });
        SINGLE.forEach((route, what) -> {
            var parts = route.split(" ");
            routes.add(refused(parts[0], parts[1], what));
        });
        return routes;
    }

    private static Route refused(String method, String path, String what) {
        return Route.of(method, path, call -> {
            throw Problem.notHere(what);
        });
    }
}
