package org.tandem.inquiry;

import java.util.UUID;

/** An AI answer is in the conversation. */
public record AiAnswered(UUID eventId, InquiryId inquiryId, String conversationKey, UUID messageId)
        implements InquiryEvent {}
