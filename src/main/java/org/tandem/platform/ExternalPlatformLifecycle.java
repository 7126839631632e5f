package org.tandem.platform;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Waits for the given Camunda to answer and tells the application; inquiries are accepted meanwhile. */
@Component
@ConditionalOnPlatform(Platform.EXTERNAL)
class ExternalPlatformLifecycle implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ExternalPlatformLifecycle.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofSeconds(30);

    private final CamundaClient client;
    private final ApplicationEventPublisher events;
    private final AtomicBoolean running = new AtomicBoolean();

    ExternalPlatformLifecycle(CamundaClient client, ApplicationEventPublisher events) {
        this.client = client;
        this.events = events;
    }

    @Override
    public void start() {
        running.set(true);
        Thread.ofVirtual().name("platform-watch").start(this::awaitEngine);
    }

    private void awaitEngine() {
        var complained = System.nanoTime();
        while (running.get()) {
            try {
                client.newTopologyRequest().send().join();
                events.publishEvent(new PlatformReady());
                return;
            } catch (RuntimeException notYet) {
                if (System.nanoTime() - complained > BETWEEN_COMPLAINTS.toNanos()) {
                    log.warn("Camunda does not answer yet: {}", notYet.getMessage());
                    complained = System.nanoTime();
                }
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void stop() {
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
