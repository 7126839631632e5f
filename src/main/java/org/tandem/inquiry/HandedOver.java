package org.tandem.inquiry;

import java.time.Instant;
import java.util.UUID;

/** People have the inquiry in a queue, with a time by which to answer. */
public record HandedOver(
        UUID eventId,
        InquiryId inquiryId,
        String conversationKey,
        HandOverReason reason,
        String queue,
        Instant firstResponseDue)
        implements InquiryEvent {}
