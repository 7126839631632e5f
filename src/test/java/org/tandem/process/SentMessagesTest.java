package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tandem.policy.Contract;

/** The messages that the models are checked against are those that are sent. */
class SentMessagesTest {

    @Test
    void everyMessageIsKnownToThePolicyWithItsCorrelation() {
        var sent = Arrays.stream(EngineMessage.values())
                .map(message ->
                        message.label() + " " + (message.startsProcess() ? null : message.correlationVariable()))
                .collect(Collectors.toSet());

        assertThat(Contract.MESSAGES.stream().map(message -> message.name() + " " + message.correlationVariable()))
                .containsExactlyInAnyOrderElementsOf(sent);
    }
}
