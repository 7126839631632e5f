package org.tandem.engine.rest.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request: words before stars, stars before what has any number of parts. */
final class Routes {

    record Match(Route route, List<String> parameters) {}

    private static final class Step {
        private final Map<String, Step> next = new HashMap<>();
        private final TreeMap<String, Route> routes = new TreeMap<>();

        private Step to(String part) {
            return next.computeIfAbsent(part, ignored -> new Step());
        }
    }

    private final Step start = new Step();

    Routes(Collection<Route> routes) {
        for (var route : routes) {
            var step = start;
            for (var part : route.parts()) {
                step = step.to(part);
            }
            if (step.routes.put(route.method(), route) != null) {
                throw new IllegalArgumentException("Two routes for " + route.method() + " " + route.path());
            }
        }
    }

    Match find(String method, String path) {
        var parts = Route.parts(path);
        var parameters = new ArrayList<String>();
        var step = find(start, parts, 0, parameters);
        if (step == null) {
            throw Problem.notFound("There is nothing at '%s'.", Texts.shortened(path));
        }
        var route = step.routes.getOrDefault(method, step.routes.get("*"));
        if (route == null) {
            var allowed = String.join(", ", step.routes.keySet());
            throw Problem.of(
                    405,
                    "METHOD_NOT_ALLOWED",
                    "'%s' does not know %s; it knows %s.".formatted(path, method, allowed),
                    Map.of("allow", allowed));
        }
        return new Match(route, parameters);
    }

    private static @Nullable Step find(Step step, List<String> parts, int at, List<String> parameters) {
        if (at == parts.size()) {
            var open = step.next.get("**");
            return step.routes.isEmpty() ? open : step;
        }
        var word = step.next.get(parts.get(at));
        var found = word == null ? null : find(word, parts, at + 1, parameters);
        if (found != null) {
            return found;
        }
        var star = step.next.get("*");
        if (star != null && !parts.get(at).isEmpty()) {
            parameters.add(parts.get(at));
            found = find(star, parts, at + 1, parameters);
            if (found != null) {
                return found;
            }
            parameters.removeLast();
        }
        return step.next.get("**");
    }
}
