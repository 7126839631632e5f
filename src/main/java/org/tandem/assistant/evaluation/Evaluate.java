package org.tandem.assistant.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.CsvMistake;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.LabelledCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The command {@code evaluate}: trains on some labelled inquiries and tells how well others would be answered. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Trains on labelled inquiries and tells how well others would be answered.",
            "Files are CSV with the columns text,category; several are separated by commas.",
            "If there is a database of handled cases, it is told what these say. Where it is, is said as to Tandem itself,"
                    + " for example with --spring.datasource.url=..."
        })
public final class Evaluate implements Callable<Integer> {

    private static final double USUAL_SHARE = 0.15;

    @Option(
            names = "--train",
            required = true,
            split = ",",
            paramLabel = "FILE",
            description = "Labelled inquiries to learn from.")
    private List<Path> train = List.of();

    @Option(
            names = "--test",
            required = true,
            split = ",",
            paramLabel = "FILE",
            description = "Labelled inquiries to be judged by. They are only scored.")
    private List<Path> test = List.of();

    @Option(
            names = "--out-of-scope",
            split = ",",
            paramLabel = "FILE",
            description = "Inquiries of no category to be judged by. An answer to one is wrong.")
    private List<Path> outOfScope = List.of();

    @Option(
            names = "--calibrate-out-of-scope",
            split = ",",
            paramLabel = "FILE",
            description = "Inquiries of no category to learn from. Without them, left-out categories stand in.")
    private List<Path> calibrateOutOfScope = List.of();

    @Option(
            names = "--out-of-scope-share",
            paramLabel = "SHARE",
            description =
                    "Which share of all inquiries is assumed to be out of scope: 0.15 if one of the files is given, else 0.")
    private @Nullable Double outOfScopeShare;

    @Option(
            names = "--risk",
            defaultValue = "0.02",
            paramLabel = "SHARE",
            description = "Which share of the answers may be wrong.")
    private double risk;

    @Option(
            names = "--confidence",
            defaultValue = "0.95",
            paramLabel = "SHARE",
            description = "How sure it has to be that no more are.")
    private double confidence;

    @Option(
            names = "--per-topic",
            paramLabel = "N",
            description = "Learn from at most N inquiries of each category, chosen by a fixed seed.")
    private @Nullable Integer perTopic;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the figures to this file. The pictures are written beside it.")
    private @Nullable Path json;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    private final HandledCases handled;

    /** @param handled tells what is known of the cases that were handled so far */
    public Evaluate(HandledCases handled) {
        this.handled = handled;
    }

    @Override
    public Integer call() throws IOException {
        settings.stream()
                .filter(setting -> !setting.startsWith("--spring.") && !setting.startsWith("--tandem."))
                .findFirst()
                .ifPresent(unknown -> {
                    throw refused("Unknown: '%s'".formatted(unknown));
                });
        requireShare("--risk", risk);
        requireShare("--confidence", confidence);
        if (outOfScopeShare != null && !(outOfScopeShare >= 0 && outOfScopeShare < 1)) {
            throw refused("--out-of-scope-share has to be at least 0 and less than 1, but it is " + outOfScopeShare);
        }
        if (perTopic != null && perTopic < 1) {
            throw refused("--per-topic has to be 1 or more, but it is %d".formatted(perTopic));
        }
        var material = new Examination.Material(read(train), read(test), read(outOfScope), read(calibrateOutOfScope));
        var folder = folder();
        var progress = new ProgressBar(commandLine().getErr());
        try (var embedder = new BgeEmbedder()) {
            var told = handled.outside(settings);
            var goal = new Examination.Goal(risk, confidence, share(), told.share(), perTopic);
            var result = new Examination(embedder, progress, goal).examine(material);
            progress.finish();
            new Printout(commandLine().getOut()).print(result.report(), told, risk, confidence);
            if (json != null) {
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), result.report());
            }
            Pictures.write(result, risk, folder);
            commandLine().getOut().printf("%nPictures: %s%n", folder.resolve("risk-coverage.svg"));
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private double share() {
        if (outOfScopeShare != null) {
            return outOfScopeShare;
        }
        return outOfScope.isEmpty() && calibrateOutOfScope.isEmpty() ? 0 : USUAL_SHARE;
    }

    private Path folder() throws IOException {
        var beside = json == null ? null : json.toAbsolutePath().getParent();
        return beside == null ? Path.of("") : Files.createDirectories(beside);
    }

    private List<Labelled> read(List<Path> files) {
        try {
            return files.stream()
                    .flatMap(file -> LabelledCsv.read(file).stream())
                    .toList();
        } catch (CsvMistake e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private void requireShare(String option, double value) {
        if (!(value > 0 && value < 1)) {
            throw refused("%s has to be between 0 and 1, but it is %s".formatted(option, value));
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(commandLine(), why);
    }

    private picocli.CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("Evaluate is run by picocli");
        }
        return spec.commandLine();
    }
}
