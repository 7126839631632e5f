package org.tandem.inquiry;

import java.util.UUID;

/** What became of an answer: it is in the conversation, or the case had moved on and it is not. */
public sealed interface Sending {

    record Sent(UUID messageId) implements Sending {}

    record Refused(String why) implements Sending {}
}
