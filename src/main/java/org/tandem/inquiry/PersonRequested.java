package org.tandem.inquiry;

import java.util.UUID;

/** The customer asked for a person. {@code conversationKey} is the one from before that. */
public record PersonRequested(UUID eventId, InquiryId inquiryId, String conversationKey) implements InquiryEvent {}
