package org.tandem.benchmark;

import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.worker.BackoffSupplier;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends a command until the engine takes it: one with too much to do says so, and expects to be asked again. */
final class Patiently {

    private static final BackoffSupplier BACKOFF =
            BackoffSupplier.newBackoffBuilder().minDelay(10).maxDelay(500).build();

    private Patiently() {}

    static <T> T send(FinalCommandStep<T> command) {
        long pause = 0;
        while (true) {
            try {
                return command.send().join();
            } catch (ClientHttpException e) {
                if (e.code() != 429 && e.code() != 503) {
                    throw e;
                }
                pause = BACKOFF.supplyRetryDelay(pause);
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
            }
        }
    }
}
