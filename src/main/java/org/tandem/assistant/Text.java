package org.tandem.assistant;

import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Texts;

/** Words and their meaning. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Text(String words, float[] meaning) {

    /** @param masked without personal data */
    static Text of(String masked, Embedder embedder) {
        var words = words(masked);
        return new Text(words, embedder.embed(words));
    }

    static String words(String masked) {
        return Texts.shortened(Texts.oneLine(masked));
    }
}
