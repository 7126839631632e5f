package org.tandem.desk.pool;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.pay.Price;

/** What happens to offers, each once. It is published in the transaction in which it becomes true. */
public sealed interface OfferEvent {

    UUID offer();

    long taskKey();

    String agent();

    Instant at();

    record Made(
            UUID offer,
            long taskKey,
            String agent,
            @Nullable Price price,
            Instant at) implements OfferEvent {}

    record Accepted(
            UUID offer,
            long taskKey,
            String agent,
            @Nullable Price price,
            Instant at) implements OfferEvent {}

    record Declined(
            UUID offer,
            long taskKey,
            String agent,
            @Nullable Price price,
            Instant at) implements OfferEvent {}

    record Expired(
            UUID offer,
            long taskKey,
            String agent,
            @Nullable Price price,
            Instant at) implements OfferEvent {}

    /** Accepted work was given back, by the agent or because they vanished. */
    record Abandoned(
            UUID offer,
            long taskKey,
            String agent,
            @Nullable Price price,
            Instant at) implements OfferEvent {}

    /** The task is gone. */
    record Withdrawn(
            UUID offer,
            long taskKey,
            String agent,
            @Nullable Price price,
            Instant at) implements OfferEvent {}

    record Completed(
            UUID offer,
            long taskKey,
            String agent,
            @Nullable Price price,
            Instant at) implements OfferEvent {}
}
