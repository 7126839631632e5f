package org.tandem.inquiry;

import java.util.UUID;

/** The inquiry counts as solved; the customer can still come back. */
public record InquiryResolved(UUID eventId, InquiryId inquiryId, String conversationKey, Outcome outcome)
        implements InquiryEvent {}
