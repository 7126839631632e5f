package org.tandem.engine.rest;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandem.engine.DeploymentCheck;
import org.tandem.engine.Engine;
import org.tandem.engine.rest.http.Application;
import org.tandem.engine.rest.http.HttpServer;
import org.tandem.engine.rest.http.Route;
import org.tandem.engine.rest.search.SearchRoutes;

/** Offers an engine under the Camunda 8.8 REST API. The engine goes on when this is closed. */
public final class RestServer implements AutoCloseable {

    /** Whoever watches whether the engine lives needs no password. */
    private static final Set<String> OPEN = Set.of("/actuator/health");

    private final HttpServer server;

    public RestServer(Engine engine, RestSettings settings) {
        this(engine, settings, DeploymentCheck.NONE);
    }

    public RestServer(Engine engine, RestSettings settings, DeploymentCheck check) {
        var hosts = new HashSet<>(settings.hosts());
        hosts.add(settings.address());
        this.server = new HttpServer(
                new Application(hosts, settings.user(), settings.password(), OPEN, routes(engine, settings, check)),
                new InetSocketAddress(settings.address(), settings.port()),
                settings.mostBytes());
    }

    private static List<Route> routes(Engine engine, RestSettings settings, DeploymentCheck check) {
        var routes = new ArrayList<Route>();
        routes.addAll(new ClusterRoutes(engine).routes());
        routes.addAll(new ControlRoutes(engine, settings.controllable()).routes());
        routes.addAll(new DeploymentRoutes(engine, check).routes());
        routes.addAll(new InstanceRoutes(engine).routes());
        routes.addAll(new JobRoutes(engine).routes());
        routes.addAll(new UserTaskRoutes(engine).routes());
        routes.addAll(new MessageRoutes(engine).routes());
        routes.addAll(new DecisionRoutes(engine).routes());
        routes.addAll(SearchRoutes.of(engine.history()));
        routes.addAll(Elsewhere.routes());
        return routes;
    }

    public URI address() {
        var bound = server.address();
        var host = bound.getAddress().getHostAddress();
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, bound.getPort()));
    }

    /** Hangs up on everybody; workers that wait for jobs get none. */
    @Override
    public void close() {
        server.close();
    }
}
