package org.tandem.inquiry;

import java.util.UUID;

/** The customer rated how the inquiry was handled, or changed the rating. */
public record InquiryRated(UUID eventId, InquiryId inquiryId, int score) implements InquiryEvent {}
