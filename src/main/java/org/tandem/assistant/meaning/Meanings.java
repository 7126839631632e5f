package org.tandem.assistant.meaning;

import java.util.Optional;

/** What texts mean. */
public interface Meanings {

    /** A vector of length one, whose direction is the meaning; nothing while the AI is switched off or not ready. Takes some milliseconds. */
    Optional<float[]> of(String text);
}
