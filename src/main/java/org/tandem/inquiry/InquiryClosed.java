package org.tandem.inquiry;

import java.util.UUID;

/** The inquiry has ended. If the customer comes back, it is reopened. */
public record InquiryClosed(UUID eventId, InquiryId inquiryId, Outcome outcome) implements InquiryEvent {}
