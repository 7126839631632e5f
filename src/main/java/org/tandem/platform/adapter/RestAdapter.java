package org.tandem.platform.adapter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address that application, Tasklist and tests use as if a Camunda 8.8 were there. It is the JDK's own HTTP server
 * with a virtual thread per request: nothing to add to the class path, up within milliseconds, and blocking code may
 * stream bodies of any size.
 */
public final class RestAdapter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RestAdapter.class);

    static {
        // Without it every small answer waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Upstream upstream;
    private final Routes routes;

    private RestAdapter(int port, URI web, URI management, URI store) throws IOException {
        upstream = new Upstream(web);
        routes = new Routes(upstream, web, management, store);
        // a connection closed just when a client uses it again looks like a failed request
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Listens on the loopback port; Camunda itself may still be starting. */
    public static RestAdapter start(int port, URI web, URI management, URI store) throws IOException {
        return new RestAdapter(port, web, management, store);
    }

    /** Hides and cancels everything that exists, so that tests begin with an empty engine. */
    public void purge() {
        routes.purge();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            routes.answer(exchange);
        } catch (BadRequest refused) {
            Answers.problem(exchange, 400, String.valueOf(refused.getMessage()));
        } catch (UpstreamFailure failed) {
            Answers.problem(exchange, failed.status(), String.valueOf(failed.getMessage()));
        } catch (IOException | RuntimeException failed) {
            log.debug("{} {}", exchange.getRequestMethod(), exchange.getRequestURI(), failed);
            Answers.problem(exchange, 503, "Camunda cannot be reached: " + failed.getMessage());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        upstream.close();
    }
}
