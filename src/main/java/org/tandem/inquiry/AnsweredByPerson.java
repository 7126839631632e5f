package org.tandem.inquiry;

import java.util.UUID;

/** A person's answer is in the conversation. */
public record AnsweredByPerson(
        UUID eventId,
        InquiryId inquiryId,
        String conversationKey,
        UUID messageId,
        String resolutionCode,
        String draftVerdict)
        implements InquiryEvent {}
