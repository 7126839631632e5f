package org.tandem.platform;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the local platform beside the application, which accepts inquiries meanwhile, and stops it after everything that
 * uses it.
 */
@Component
@ConditionalOnLocalPlatform
class LocalPlatformLifecycle implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LocalPlatformLifecycle.class);

    private final LocalPlatform platform;
    private final ApplicationEventPublisher events;
    private final AtomicBoolean running = new AtomicBoolean();

    LocalPlatformLifecycle(LocalPlatform platform, ApplicationEventPublisher events) {
        this.platform = platform;
        this.events = events;
    }

    @Override
    public void start() {
        running.set(true);
        Thread.ofPlatform().name("platform-start").daemon().start(this::run);
    }

    private void run() {
        try {
            platform.start();
            events.publishEvent(new PlatformReady());
            platform.warmUp();
        } catch (PlatformException failed) {
            if (!platform.isClosed()) {
                log.error("{}{}{}", failed.getMessage(), System.lineSeparator(), failed.remedy());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            if (!platform.isClosed()) {
                log.error("The local platform failed", failed);
            }
        }
    }

    @Override
    public void stop() {
        platform.close();
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** First to start and last to stop. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
