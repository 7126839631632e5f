package org.tandem.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.worker.BackoffSupplier;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.quality.audits.ReviewRequested;
import org.tandem.quality.learning.ArticleProposed;

/**
 * Tells the engine what a customer did. Spring Modulith keeps every event in the database until its message is published, so an event
 * is told again until the engine has it; the event id is the message id, so the engine hears it once.
 *
 * <p>No transaction is open meanwhile: a slow engine must not hold database connections.
 */
@Component
class EngineMessages {

    /** About ten seconds in all: longer than any burst that the engine gets over. */
    private static final int ATTEMPTS = 16;

    private static final BackoffSupplier BACKOFF =
            BackoffSupplier.newBackoffBuilder().minDelay(50).maxDelay(1_000).build();

    /** Deploying takes no longer, once the engine answers. */
    private static final Duration DEPLOYING = Duration.ofSeconds(10);

    private final CamundaClient engine;
    private final ModelDeployment models;
    private final Duration timeToLive;

    EngineMessages(
            CamundaClient engine,
            ModelDeployment models,
            @Value("${tandem.process.message-time-to-live:P1D}") Duration timeToLive) {
        this.engine = engine;
        this.models = models;
        this.timeToLive = timeToLive;
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(InquiryEvent.Received event) {
        publish(
                EngineMessage.INQUIRY_RECEIVED,
                event,
                event.inquiryId().toString(),
                Map.of("inquiryNumber", event.number(), "conversationKey", event.conversationKey()));
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(InquiryEvent.Reopened event) {
        publish(
                EngineMessage.INQUIRY_REOPENED,
                event,
                event.inquiryId().toString(),
                Map.of(
                        "inquiryNumber", event.number(),
                        "conversationKey", event.conversationKey(),
                        "handOverReason", event.reason().name()));
    }

    /** For the AI it is an inquiry like any other; its process begins once the one before is over. */
    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(InquiryEvent.HandedBack event) {
        publish(
                EngineMessage.INQUIRY_RECEIVED,
                event,
                event.inquiryId().toString(),
                Map.of("inquiryNumber", event.number(), "conversationKey", event.nextKey()));
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(InquiryEvent.PersonRequested event) {
        personRequested(event, event.conversationKey(), HandOverReason.CUSTOMER_ASKED);
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(InquiryEvent.ChannelChosen event) {
        publish(EngineMessage.CHANNEL_CHOSEN, event, event.conversationKey(), Map.of("callBack", event.call()));
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(InquiryEvent.CorrectionNeeded event) {
        personRequested(event, event.conversationKey(), HandOverReason.ANSWER_WRONG);
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(ReviewRequested event) {
        publish(
                EngineMessage.REVIEW_REQUESTED,
                event.eventId(),
                event.conversationKey(),
                Map.of("inquiryId", event.inquiryId().toString(), "conversationKey", event.conversationKey()));
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(InquiryEvent.CustomerWrote event) {
        publish(EngineMessage.CUSTOMER_WROTE, event, event.conversationKey(), Map.of());
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(InquiryEvent.VerdictGiven event) {
        publish(EngineMessage.VERDICT_GIVEN, event, event.conversationKey(), Map.of("solved", event.solved()));
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(InquiryEvent.Rated event) {
        publish(EngineMessage.RATING_GIVEN, event, event.inquiryId().toString(), Map.of("ratingScore", event.score()));
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(InquiryEvent.Withdrawn event) {
        publish(EngineMessage.INQUIRY_WITHDRAWN, event, event.inquiryId().toString(), Map.of());
    }

    @Async(OutboxConfiguration.EXECUTOR)
    @TransactionalEventListener
    void on(ArticleProposed event) {
        var gap = event.gapId().toString();
        publish(EngineMessage.ARTICLE_PROPOSED, event.eventId(), gap, Map.of("gapId", gap));
    }

    private void publish(EngineMessage message, InquiryEvent event, String correlationKey, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        if (message.startsProcess()) {
            variables.put("inquiryId", event.inquiryId().toString());
            variables.put("startKey", more.get("conversationKey"));
        }
        publish(message, event.eventId(), correlationKey, variables);
    }

    private void personRequested(InquiryEvent event, String conversationKey, HandOverReason reason) {
        publish(EngineMessage.PERSON_REQUESTED, event, conversationKey, Map.of("requestReason", reason.name()));
    }

    void publish(EngineMessage message, UUID id, String correlationKey, Map<String, Object> variables) {
        if (message.startsProcess()) {
            awaitModels();
        }
        tell(engine.newPublishMessageCommand()
                .messageName(message.label())
                .correlationKey(correlationKey)
                .messageId(id.toString())
                .timeToLive(timeToLive)
                .variables(variables));
    }

    /** Camunda starts nothing by a message that it got before the process was deployed, and takes it nevertheless. */
    private void awaitModels() {
        try {
            models.deployed().get(DEPLOYING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException later) {
            throw new IllegalStateException("The models are not deployed yet", later);
        } catch (ExecutionException refused) {
            if (hasNoProcess()) {
                throw new IllegalStateException("The engine has no models yet", refused);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the models were deployed", e);
        }
    }

    private boolean hasNoProcess() {
        return engine.newProcessDefinitionSearchRequest()
                .page(page -> page.limit(1))
                .send()
                .join()
                .items()
                .isEmpty();
    }

    /** An engine with too much to do is told again soon, and one that is away when it answers again (see {@link Outbox}). */
    private static void tell(FinalCommandStep<?> command) {
        long pause = 0;
        for (var attempt = 1; ; attempt++) {
            try {
                command.send().join();
                return;
            } catch (ClientException e) {
                switch (EngineFailure.of(e)) {
                    case ALREADY_THERE -> {
                        return;
                    }
                    case BUSY -> {
                        if (attempt == ATTEMPTS) {
                            throw e;
                        }
                        pause = BACKOFF.supplyRetryDelay(pause);
                        LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
                    }
                    case GONE, AWAY, REFUSED -> throw e;
                }
            }
        }
    }
}
