package org.tandem.engine;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tandem.engine.rest.RestServer;
import org.tandem.engine.rest.RestSettings;
import org.tandem.engine.store.StoreException;
import org.tandem.engine.store.Stores;

/** The engine inside the application: the first to start and the last to stop. */
@Component
@ConditionalOnProperty(name = "tandem.engine.mode", havingValue = "embedded", matchIfMissing = true)
class EmbeddedEngine implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedEngine.class);

    private final EngineProperties settings;
    private @Nullable Engine engine;
    private @Nullable RestServer server;

    EmbeddedEngine(EngineProperties settings) {
        this.settings = settings;
    }

    /** The engine, once it has started. */
    @Nullable
    Engine engine() {
        return engine;
    }

    @Override
    public void start() {
        var begin = System.nanoTime();
        try {
            var store = Stores.open(settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
            var started = new Engine(store, InstantSource.system(), settings.retention());
            engine = started;
            // nobody is connected yet, so workers of this application that had jobs were those of an earlier start
            started.giveBackJobsOf(EngineEnvironment.WORKER).join();
            server = new RestServer(
                    started,
                    new RestSettings(
                            settings.address(),
                            settings.port(),
                            EnginePassword.USER,
                            EnginePassword.in(settings.passwordFile()),
                            settings.hosts(),
                            RestSettings.USUAL_BYTES,
                            false));
            log.info(
                    "The embedded engine is ready at {} after {} ms; its password is in {}",
                    server.address(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                    settings.passwordFile());
        } catch (StoreException broken) {
            stop();
            throw new EngineMisconfigured(
                    String.valueOf(broken.getMessage()),
                    "See tandem.engine.database-url; is another Tandem running in this folder?");
        } catch (RuntimeException occupied) {
            stop();
            throw new EngineMisconfigured(
                    "The embedded engine cannot listen on %s:%d: %s"
                            .formatted(settings.address(), settings.port(), occupied.getMessage()),
                    "Set tandem.engine.port to a free port.");
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    @Override
    public boolean isRunning() {
        return engine != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
