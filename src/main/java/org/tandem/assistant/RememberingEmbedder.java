package org.tandem.assistant;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tandem.assistant.classifier.Embedder;

/** Remembers what the last texts mean: whoever looks at the same inquiry after its model need not find it out again. */
final class RememberingEmbedder implements Embedder {

    /** With vectors of 1.5 KiB less than a megabyte. */
    private static final int MOST = 512;

    private final Embedder embedder;
    private final Map<String, float[]> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MOST;
        }
    });

    RememberingEmbedder(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public float[] embed(String text) {
        var known = remembered.get(text);
        if (known == null) {
            known = embedder.embed(text);
            remembered.put(text, known);
        }
        return known.clone();
    }
}
