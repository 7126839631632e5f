package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tandem.assistant.classifier.Examples;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.classifier.Training;
import org.tandem.assistant.guarantee.GuaranteedRisk;

@ExtendWith(OutputCaptureExtension.class)
class ModelStoreTest {

    private static final Examples.LetterEmbedder EMBEDDER = new Examples.LetterEmbedder();
    private static final Training.Result TRAINED = new Training(EMBEDDER, 1, Progress.SILENT)
            .train(new Training.Lesson(Examples.all(), List.of("what a lovely day"), 0.1));

    @TempDir
    Path folder;

    private ModelStore store;

    @BeforeEach
    void empty() {
        store = new ModelStore(folder);
    }

    @Test
    void aModelComesBackAsItWas() throws IOException {
        var kept = model("20260101T000000Z-a");
        store.keep(kept, List.of());

        var found = newest().orElseThrow();

        assertThat(found.about()).isEqualTo(kept.about());
        assertThat(found.calibration()).isEqualTo(kept.calibration());
        var question = "my wallet was stolen";
        var before = kept.topics().classify(question, EMBEDDER);
        assertThat(found.topics().classify(question, EMBEDDER)).isEqualTo(before);
        assertThat(found.guaranteedRisk(TopicClass.ROUTINE, before.risk()))
                .isEqualTo(kept.guaranteedRisk(TopicClass.ROUTINE, before.risk()));
    }

    @Test
    void theNewestThatSuitsIsUsed() throws IOException {
        store.keep(model("20260101T000000Z-a"), List.of());
        store.keep(model("20260103T000000Z-a"), List.of());
        store.keep(model("20260102T000000Z-a"), List.of());

        assertThat(version(newest())).isEqualTo("20260103T000000Z-a");
        assertThat(version(store.newest(about -> about.version().startsWith("20260102"))))
                .isEqualTo("20260102T000000Z-a");
    }

    @Test
    void fiveModelsAreKept() throws IOException {
        for (int day = 1; day <= 7; day++) {
            store.keep(model("2026010%dT000000Z-a".formatted(day)), List.of());
        }

        assertThat(store.versions()).hasSize(5).first().isEqualTo("20260107T000000Z-a");
        assertThat(store.versions()).last().isEqualTo("20260103T000000Z-a");
    }

    @Test
    void aChangedByteIsNoticedAndTheModelBeforeIsUsed(CapturedOutput output) throws IOException {
        store.keep(model("20260101T000000Z-a"), List.of());
        store.keep(model("20260102T000000Z-a"), List.of());
        var file = folder.resolve("20260102T000000Z-a.model");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(version(newest())).isEqualTo("20260101T000000Z-a");
        assertThat(output).contains("ERROR", file.toString(), "its checksum is wrong");
    }

    @Test
    void aCutOffFileIsNoticedWhereverItIsCut(CapturedOutput output) throws IOException {
        store.keep(model("20260101T000000Z-a"), List.of());
        store.keep(model("20260102T000000Z-a"), List.of());
        var file = folder.resolve("20260102T000000Z-a.model");
        var bytes = Files.readAllBytes(file);

        for (int length : new int[] {0, 3, 31, 32, 33, 100, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));

            assertThat(version(newest())).as("cut to %d bytes", length).isEqualTo("20260101T000000Z-a");
        }
        assertThat(output).contains("it is only 0 bytes long");
    }

    @Test
    void withoutAnUndamagedFileThereIsNoModel() throws IOException {
        Files.writeString(
                folder.resolve("20260102T000000Z-a.model"), "this is no model at all, whatever its name says");

        assertThat(newest()).isEmpty();
    }

    @Test
    void withoutAFolderThereIsNoModel() {
        assertThat(new ModelStore(folder.resolve("nowhere")).newest(about -> true))
                .isEmpty();
    }

    @Test
    void theSameExamplesGiveTheSameModel() {
        var again = new Training(EMBEDDER, 2, Progress.SILENT)
                .train(new Training.Lesson(Examples.all(), List.of("what a lovely day"), 0.1));

        IntStream.range(0, 20)
                .mapToObj(i -> Examples.all().get(6 * i).text())
                .forEach(text -> assertThat(again.classifier().classify(text, EMBEDDER))
                        .isEqualTo(TRAINED.classifier().classify(text, EMBEDDER)));
    }

    private Optional<TrainedModels> newest() {
        return store.newest(about -> true);
    }

    private static String version(Optional<TrainedModels> models) {
        return models.orElseThrow().about().version();
    }

    private static TrainedModels model(String version) {
        return new TrainedModels(
                new TrainedModels.About(
                        version, "a", Learning.CODE, Instant.parse("2026-01-01T00:00:00Z"), Map.of("accuracy", 0.9)),
                TRAINED.classifier(),
                Map.of("distress", LearnedSignal.of(TRAINED)),
                Map.of(TopicClass.ROUTINE, GuaranteedRisk.of(TRAINED.calibration(), 0.95)),
                TRAINED.calibration());
    }
}
