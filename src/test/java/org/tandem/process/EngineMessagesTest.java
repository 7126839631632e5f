package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.process.FakeEngine.Protocol;

/** What the engine hears, told to a server that speaks its protocols. */
class EngineMessagesTest {

    private final ModelDeployment models = mock();
    private final InquiryEvent.PersonRequested event =
            new InquiryEvent.PersonRequested(UUID.randomUUID(), InquiryId.next(), Instant.now(), "key:1");

    @ParameterizedTest
    @EnumSource
    void theEventIdIsTheMessageIdSoThatItIsHeardOnce(Protocol protocol) {
        try (var engine = FakeEngine.speaking(protocol)) {
            tell(engine);

            assertThat(engine.heard())
                    .containsExactly(new FakeEngine.Heard(
                            "publish",
                            "person-requested",
                            "key:1",
                            event.eventId().toString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEngineThatHasHeardItBeforeIsNoTrouble(Protocol protocol) {
        try (var engine = FakeEngine.speaking(protocol)) {
            tell(engine, EngineFailure.ALREADY_THERE);

            assertThat(engine.heard()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBusyEngineIsToldAgainSoonUntilItHasTheMessage(Protocol protocol) {
        try (var engine = FakeEngine.speaking(protocol)) {
            tell(engine, EngineFailure.BUSY, EngineFailure.BUSY);

            assertThat(engine.heard())
                    .hasSize(3)
                    .allSatisfy(message -> assertThat(message.messageId())
                            .isEqualTo(event.eventId().toString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEngineThatIsAwayLeavesTheEventInTheDatabase(Protocol protocol) {
        try (var engine = FakeEngine.speaking(protocol)) {
            assertThatThrownBy(() -> tell(engine, EngineFailure.AWAY))
                    .isInstanceOf(ClientException.class)
                    .satisfies(e -> assertThat(EngineFailure.of(e)).isEqualTo(EngineFailure.AWAY));

            assertThat(engine.heard()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEngineThatRefusesTheMessageIsNotAskedAgain(Protocol protocol) {
        try (var engine = FakeEngine.speaking(protocol)) {
            assertThatThrownBy(() -> tell(engine, EngineFailure.REFUSED))
                    .satisfies(e -> assertThat(EngineFailure.reason(e)).isEqualTo(FakeEngine.REASON));

            assertThat(engine.heard()).hasSize(1);
        }
    }

    /** Camunda takes such a message and never starts anything by it. */
    @Test
    void whatStartsAProcessIsToldOnceTheProcessIsThere() {
        var received = new InquiryEvent.Received(UUID.randomUUID(), InquiryId.next(), Instant.now(), "TA-1", "key:1");
        var deployed = new CompletableFuture<Void>();
        when(models.deployed()).thenReturn(deployed);
        try (var engine = FakeEngine.speaking(Protocol.REST)) {
            var messages = new EngineMessages(engine.client(), models, Duration.ofDays(1));
            var told = CompletableFuture.runAsync(() -> messages.on(received));
            verify(models, timeout(10_000)).deployed();
            assertThat(engine.heard()).isEmpty();

            deployed.complete(null);

            told.join();
            assertThat(engine.heard()).hasSize(1);
        }
    }

    @Test
    void whatCannotBeStartedBecauseTandemStopsIsToldWithTheNextStart() {
        var received = new InquiryEvent.Received(UUID.randomUUID(), InquiryId.next(), Instant.now(), "TA-1", "key:1");
        when(models.deployed()).thenReturn(CompletableFuture.failedFuture(new CancellationException("Stopping")));
        try (var engine = FakeEngine.speaking(Protocol.REST)) {
            var messages = new EngineMessages(engine.client(), models, Duration.ofDays(1));

            assertThatThrownBy(() -> messages.on(received)).isInstanceOf(RuntimeException.class);

            assertThat(engine.heard()).isEmpty();
        }
    }

    private void tell(FakeEngine engine, EngineFailure... refusals) {
        engine.refuse(refusals);
        new EngineMessages(engine.client(), models, Duration.ofDays(1)).on(event);
    }
}
