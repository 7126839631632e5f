package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.knowledge.Knowledge;

/** What is read out of a conversation, with a knowledge of two topics and no ear for signals. */
@Execution(ExecutionMode.CONCURRENT)
class TrainedMindTest {

    private static final BgeEmbedder EMBEDDER = new BgeEmbedder();
    private static final String CARD = "4111 1111 1111 1111";

    @TempDir
    private static Path folder;

    private static TrainedMind mind;

    @BeforeAll
    static void learn() throws IOException {
        var knowledge = Knowledge.read(new SmallKnowledge(folder).location(), LocalDate.of(2026, 11, 24));
        var learned = new Learning(
                        new Taught(knowledge, List.of(), new Traffic.Outside(0.15, 0)), EMBEDDER, Progress.SILENT, 0.95)
                .learn(Instant.EPOCH);
        var models = new TrainedModels(
                learned.about(), learned.topics(), Map.of(), learned.guarantees(), learned.calibration());
        mind = new TrainedMind(knowledge, models, EMBEDDER, new Languages(knowledge));
    }

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @Test
    void aCardNumberInTwoMessagesIsMasked() {
        assertThat(asked("my card is 4111 1111", "1111 1111, where is it"))
                .isEqualTo("my card is [card number], where is it");
    }

    @Test
    void aCardNumberIsMaskedWhereverALongMessageIsCut() {
        for (int length = 3_975; length <= 4_001; length += 2) {
            assertThat(asked("a ".repeat(length / 2) + CARD))
                    .as("behind %d letters", length)
                    .doesNotContain("4111");
        }
    }

    @Test
    void messagesThatAreTooLongTogetherAreNeverAnswered() {
        var story = "Where is my card? ".repeat(150);

        assertThat(read("where is my card").risk()).isLessThan(1);
        assertThat(read(story, story).risk()).isEqualTo(1);
    }

    private static String asked(String... messages) {
        return read(messages).asked();
    }

    private static Reading read(String... messages) {
        return mind.read(new Question(List.of(messages), "en"));
    }
}
