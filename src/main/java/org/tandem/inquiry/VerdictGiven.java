package org.tandem.inquiry;

import java.util.UUID;

/** The customer said whether the answer helped. {@code conversationKey} is the one from before that. */
public record VerdictGiven(UUID eventId, InquiryId inquiryId, String conversationKey, boolean solved)
        implements InquiryEvent {}
