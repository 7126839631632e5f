package org.tandem.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the local platform beside the application, not before it: inquiries are accepted from the first second and wait for the engine.
 */
@Component
@ConditionalOnProperty(name = "tandem.platform", havingValue = "local", matchIfMissing = true)
class PlatformLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PlatformLifecycle.class);

    private final LocalPlatform platform;
    private volatile boolean running;

    PlatformLifecycle(LocalPlatformSettings settings) {
        this.platform = new LocalPlatform(settings);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("platform-start").start(this::startPlatform);
    }

    @Override
    public void stop() {
        running = false;
        platform.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started first and stopped last, after the workers. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void startPlatform() {
        try {
            platform.start();
        } catch (RuntimeException e) {
            if (running) {
                log.error("The local platform cannot run. {}", e.getMessage(), e instanceof PlatformProblem ? null : e);
            }
        }
    }
}
