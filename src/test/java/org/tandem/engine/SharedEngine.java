package org.tandem.engine;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.rest.RestServer;
import org.tandem.engine.rest.RestSettings;
import org.tandem.engine.store.Stores;

/**
 * The one embedded engine of a test JVM: started when first asked for, on a free port, in memory, with a clock that can be moved. It can be
 * stopped and started again over what it has stored.
 */
public final class SharedEngine {

    private static final FragileStore STORE = new FragileStore(Stores.inMemory());

    private static volatile Duration missed = Duration.ZERO;
    private static @Nullable Running running;

    private SharedEngine() {}

    private record Running(Engine engine, RestServer server) {

        static Running start(int port) {
            var engine = new Engine(STORE, () -> Instant.now().plus(missed));
            return new Running(
                    engine, new RestServer(engine, RestSettings.onLoopback(port).thatCanBeControlled()));
        }

        void stop() {
            engine.close();
            server.close();
        }
    }

    /** Where it is; the first call starts it. */
    public static synchronized URI address() {
        if (running == null) {
            running = Running.start(0);
            Runtime.getRuntime().addShutdownHook(new Thread(SharedEngine::end, "end-engine"));
        }
        return running.server().address();
    }

    /** Stops it and starts it again at the same address. It knows what it has stored and nothing else, and finds that so much time has passed. */
    public static synchronized void restart(Duration away) {
        var port = address().getPort();
        end();
        missed = away;
        var restarted = Running.start(port);
        restarted.engine().submit(core -> 0).join();
        // from here on it is a clock that was moved, so that whoever resets the clock gets the present
        missed = Duration.ZERO;
        restarted.engine().moveClock(away.toMillis()).join();
        running = restarted;
    }

    private static synchronized void end() {
        if (running != null) {
            running.stop();
        }
    }
}
