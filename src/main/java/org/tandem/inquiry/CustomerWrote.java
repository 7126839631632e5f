package org.tandem.inquiry;

import java.util.UUID;

/** The customer added a message. {@code conversationKey} is the one from before it. */
public record CustomerWrote(UUID eventId, InquiryId inquiryId, String conversationKey) implements InquiryEvent {}
