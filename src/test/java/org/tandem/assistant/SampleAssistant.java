package org.tandem.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.util.FileSystemUtils;

/** The assistant trained on the sample knowledge, once for all tests. It knows the account of every customer who has a key. */
public final class SampleAssistant {

    /** The integration tests, which come later, take the model from here instead of learning it again. */
    private static final Path MODELS = Path.of("target", "models");

    private static final Map<String, String> FACTS = Map.of(
            "account.owed", "299.90 EUR",
            "order.number", "A-20417",
            "order.shop", "Northwind Shoes",
            "order.amount", "29.95 EUR",
            "order.dueDate", "3 December 2026",
            "payment.lastDate", "3 November 2026",
            "payment.lastAmount", "29.95 EUR");

    /** On a thread of its own: tests that wait for a future leave theirs to other tests. */
    private static final CompletableFuture<Assistant> TRAINED = CompletableFuture.supplyAsync(
            SampleAssistant::train, Thread.ofPlatform().daemon().name("sample-assistant")::start);

    private SampleAssistant() {}

    public static Assistant trained() {
        return TRAINED.join();
    }

    private static Assistant train() {
        try {
            FileSystemUtils.deleteRecursively(MODELS);
            var assistant = new Assistant(new Answering(customerKey -> FACTS));
            new AssistantTraining(
                            assistant,
                            new AssistantTraining.Settings(true, "classpath:/knowledge/", MODELS, null, 0.95, 0.15),
                            Clock.systemUTC())
                    .prepare();
            if (!(assistant.readiness() instanceof Readiness.Ready)) {
                throw new IllegalStateException("The assistant is not ready: " + assistant.readiness());
            }
            return assistant;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
