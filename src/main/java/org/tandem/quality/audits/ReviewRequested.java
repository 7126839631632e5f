package org.tandem.quality.audits;

import java.time.Instant;
import java.util.UUID;
import org.tandem.inquiry.InquiryId;

/** An answer was chosen for reviewers to look at. Published once per answer, in the transaction that chooses it. */
public record ReviewRequested(UUID eventId, InquiryId inquiryId, Instant at, String conversationKey) {}
