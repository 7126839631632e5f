package org.tandem.assistant;

import java.util.List;

/** An approved answer, unchanged, with where it comes from. */
public record Draft(String text, String topicId, List<SourceLink> sources) {

    public Draft {
        sources = List.copyOf(sources);
    }
}
