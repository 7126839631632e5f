package org.tandem.desk.board;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.InquiryId;

/**
 * What an agent said about the product with one answer.
 *
 * @param key the stretch of the conversation, by which it is there once
 * @param topic id of the topic of the case, empty for none
 * @param number of the case, null until it was looked at
 * @param text masked, null until it was looked at
 * @param theme that it belongs to, null until it was grouped
 */
record Said(
        String key,
        InquiryId inquiry,
        String area,
        String topic,
        Instant at,
        int tries,
        @Nullable String number,
        @Nullable String text,
        @Nullable UUID theme) {}
