package org.tandem.engine;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.rest.RestServer;
import org.tandem.engine.rest.RestSettings;
import org.tandem.engine.state.State;
import org.tandem.engine.store.Stores;

/**
 * The one embedded engine of a test JVM: started when first asked for, on a free port, in memory, with a clock that can be moved. It can be
 * stopped and started again over what it has stored.
 */
public final class SharedEngine {

    private static final FragileStore STORE = new FragileStore(Stores.inMemory());

    private static @Nullable Running running;
    private static volatile @Nullable Engine latest;

    private SharedEngine() {}

    private record Running(Engine engine, RestServer server) {

        static Running start(int port) {
            var engine = new Engine(STORE, InstantSource.system());
            latest = engine;
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
        letTimePass(away);
        running = Running.start(port);
        running.engine().submit(core -> 0).join();
    }

    /** While it is away. For who resets the clock later it was moved, so that they get the present. */
    private static void letTimePass(Duration away) {
        var state = new State();
        STORE.load(state);
        var meta = state.meta();
        state.put(meta.withClockOffset(meta.clockOffset() + away.toMillis()));
        STORE.commit(state.takeChanges());
    }

    /** The time by the latest engine, from before anybody can call it; nothing before the first. */
    static Optional<Instant> now() {
        return Optional.ofNullable(latest).map(engine -> Instant.ofEpochMilli(engine.now()));
    }

    private static synchronized void end() {
        if (running != null) {
            running.stop();
        }
    }
}
