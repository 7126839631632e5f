package org.tandem.quality.learning;

import java.util.UUID;

/** A gap of the knowledge, in words. */
record GapView(
        UUID id, String title, int inquiries, String time, String standing, boolean canBeProposed, boolean hasFile) {

    static GapView of(KnowledgeGap gap) {
        return new GapView(
                gap.id(),
                gap.title(),
                gap.inquiries(),
                Writing.inWords(gap.time()),
                standing(gap),
                gap.state() == KnowledgeGap.State.FOUND || gap.state() == KnowledgeGap.State.REFUSED,
                gap.file() != null);
    }

    private static String standing(KnowledgeGap gap) {
        return switch (gap.state()) {
            case FOUND -> gap.reason().isEmpty() ? "Found" : "Found; a proposal came to nothing: " + gap.reason();
            case PROPOSED -> "An editor has the article to approve, proposed by " + gap.changedBy();
            case REFUSED -> "Refused by %s: %s".formatted(gap.changedBy(), gap.reason());
            case APPROVED ->
                gap.published()
                        ? "Approved by %s, in the knowledge as %s".formatted(gap.changedBy(), gap.topic())
                        : "Approved by %s. The knowledge is not in a folder that can be written to: download the article and put it there"
                                .formatted(gap.changedBy());
        };
    }
}
