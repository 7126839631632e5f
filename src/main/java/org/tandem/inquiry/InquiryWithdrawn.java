package org.tandem.inquiry;

import java.util.UUID;

/** The customer withdrew the inquiry. */
public record InquiryWithdrawn(UUID eventId, InquiryId inquiryId) implements InquiryEvent {}
