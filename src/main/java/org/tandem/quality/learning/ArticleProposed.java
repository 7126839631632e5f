package org.tandem.quality.learning;

import java.time.Instant;
import java.util.UUID;

/** An article about a gap of the knowledge waits for an editor's approval. Published in the transaction that proposes it. */
public record ArticleProposed(UUID eventId, Instant at, UUID gapId) {}
