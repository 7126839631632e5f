package org.tandem.desk.pay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.InquiryId;

/**
 * An entry of the ledger. It is never changed: what is wrong about it is put right by a further one.
 *
 * @param key by which it is in the ledger once, however often it is added
 * @param inquiry that it was for, null for a correction of no single one
 * @param card the rate card by which it was priced, empty for a correction
 * @param row of the rate card in words, or what else it was for
 * @param at when the work was done, by which it belongs to a month
 * @param corrects another entry, if it does
 * @param period the month that a correction concerns, such as 2026-03, whenever it is booked; null for anything else
 * @param reason of a correction, otherwise empty
 * @param by who made the correction; {@link #TANDEM} makes the others
 */
record Entry(
        UUID id,
        String key,
        Type type,
        String agent,
        @Nullable InquiryId inquiry,
        @Nullable String number,
        Money amount,
        String card,
        String row,
        Instant at,
        Instant bookedAt,
        @Nullable UUID corrects,
        @Nullable String period,
        String reason,
        String by) {

    static final String TANDEM = "Tandem";

    enum Type {
        EARNED,
        BONUS,
        CORRECTION
    }

    static String key(Type type, Work work) {
        return type + ":" + work.key();
    }

    /** What {@link Work} earned, or its bonus. */
    static Entry of(Type type, Work work, String agent, String number, Price price, Instant now) {
        return new Entry(
                UUID.randomUUID(),
                key(type, work),
                type,
                agent,
                work.inquiry(),
                number,
                price.amount(),
                price.card(),
                price.row(),
                work.doneAt(),
                now,
                null,
                null,
                "",
                TANDEM);
    }
}
