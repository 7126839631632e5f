package org.tandem.inquiry;

import java.util.UUID;

/** A customer came back to a closed inquiry. {@code conversationKey} is the one it has from now on. */
public record InquiryReopened(
        UUID eventId, InquiryId inquiryId, String number, String conversationKey, HandOverReason reason)
        implements InquiryEvent {}
