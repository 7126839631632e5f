package org.tandem.inquiry;

import java.util.UUID;

/** Something that happened to an inquiry, announced once its transaction is stored. Carries no personal data. */
public sealed interface InquiryEvent
        permits InquiryReceived,
                InquiryReopened,
                CustomerWrote,
                PersonRequested,
                VerdictGiven,
                InquiryRated,
                InquiryWithdrawn,
                AiAnswered,
                HandedOver,
                AnsweredByPerson,
                InquiryResolved,
                InquiryClosed {

    UUID eventId();

    InquiryId inquiryId();
}
