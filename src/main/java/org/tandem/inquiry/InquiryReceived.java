package org.tandem.inquiry;

import java.util.UUID;

/** A customer opened an inquiry. */
public record InquiryReceived(UUID eventId, InquiryId inquiryId, String number, String conversationKey)
        implements InquiryEvent {}
