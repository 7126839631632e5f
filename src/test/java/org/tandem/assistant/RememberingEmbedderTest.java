package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingEmbedderTest {

    private final List<String> asked = new ArrayList<>();
    private final RememberingEmbedder embedder = new RememberingEmbedder(text -> {
        asked.add(text);
        return new float[] {text.length()};
    });

    @Test
    void whoeverAsksForTheSameTextAgainGetsTheSameAndCannotSpoilIt() {
        embedder.embed("card")[0] = 7;

        assertThat(embedder.embed("card")).containsExactly(4);
        assertThat(asked).containsExactly("card");
    }

    @Test
    void whatNobodyHasAskedForLongIsForgotten() {
        embedder.embed("card");
        for (int i = 0; i < 511; i++) {
            embedder.embed("text " + i);
        }
        embedder.embed("card");
        embedder.embed("one more");
        asked.clear();

        embedder.embed("card");
        embedder.embed("text 0");

        assertThat(asked).containsExactly("text 0");
    }
}
