package org.tandem.quality.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.CsvMistake;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.evaluation.ProgressBar;
import org.tandem.assistant.knowledge.KnowledgeMistake;
import org.tandem.quality.Guardrail;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code rehearse}: plays the assistant's whole life on labelled inquiries, to decide whether to switch it on. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Plays the assistant's whole life on labelled inquiries in their order: shadow, opening of the gate,"
                    + " people who answer what is handed over, audits, guardrail, retraining.",
            "Files are CSV with the columns text,category; an empty category in the stream means none of the topics."
        })
@SuppressWarnings("NullAway.Init") // set by picocli
public final class Rehearse implements Callable<Integer> {

    /** One of the two. */
    static final class Source {

        @Option(
                names = "--knowledge",
                paramLabel = "FOLDER",
                description = "Knowledge whose examples are learned from.")
        private @Nullable String knowledge;

        @Option(
                names = "--train",
                split = ",",
                paramLabel = "FILE",
                description = "Labelled inquiries to learn from; several files are separated by commas.")
        private List<Path> train = List.of();
    }

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(
            names = "--inquiries",
            required = true,
            paramLabel = "FILE",
            description = "The stream: labelled inquiries in the order in which they came.")
    private Path inquiries;

    @Option(
            names = "--new-topics",
            description = "Categories of the stream that are not learned from count as none of the topics.")
    private boolean newTopics;

    @Option(
            names = "--tolerance",
            defaultValue = "0.05",
            paramLabel = "SHARE",
            description = "Which share of the answers may be wrong.")
    private double tolerance;

    @Option(
            names = "--confidence",
            defaultValue = "0.95",
            paramLabel = "SHARE",
            description = "How sure it has to be that no more are.")
    private double confidence;

    @Option(
            names = "--shadow",
            defaultValue = "300",
            paramLabel = "N",
            description = "So many inquiries are decided silently at first.")
    private int shadow;

    @Option(
            names = "--audit",
            defaultValue = "0.05",
            paramLabel = "SHARE",
            description = "Which share of the answers is audited at least; more where it is worth more.")
    private double audit;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "For the draws of audits.")
    private long seed;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the figures to this file. The picture is written beside it.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        requireShare("--tolerance", tolerance);
        requireShare("--confidence", confidence);
        requireShare("--audit", audit);
        if (shadow < 1) {
            throw refused("--shadow has to be 1 or more, but it is %d".formatted(shadow));
        }
        var folder = folder();
        try (var embedder = new BgeEmbedder()) {
            var stopwatch = Stopwatch.started();
            var outcome = rehearse(embedder);
            new Printout(spec.commandLine().getOut()).print(outcome, plan());
            write(outcome, folder);
            spec.commandLine().getOut().println(stopwatch.inWords());
        } catch (CsvMistake | KnowledgeMistake | IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private Outcome rehearse(Embedder embedder) {
        var material = source.knowledge == null
                ? Material.of(source.train)
                : Material.of(source.knowledge, LocalDate.now(ZoneOffset.UTC));
        var rows = new Inquiries(material.topics(), newTopics).read(inquiries);
        var progress = new ProgressBar(spec.commandLine().getErr());
        var lessons = new Lessons(material, embedder, progress);
        var mind = lessons.first();
        var stream = Inquiries.embedded(rows, embedder, progress);
        Life.School school = labelled -> new Ahead(lessons.train(labelled), stream);
        var life = new Life(plan(), new Guardrail(tolerance), new Ahead(mind, stream), school, stream.size());
        var diary = life.live(stream, progress);
        progress.finish();
        return Outcome.of(diary);
    }

    private Life.Plan plan() {
        return new Life.Plan(tolerance, confidence, shadow, audit, seed);
    }

    /** Looked at first: a long life is not to end for a folder's sake. */
    private Path folder() {
        var parent = json == null ? null : json.toAbsolutePath().getParent();
        if (json == null || parent == null) {
            return Path.of("");
        }
        try {
            Files.createDirectories(parent);
            Files.write(json, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return parent;
        } catch (IOException e) {
            throw refused("--json %s cannot be written: give a file in a folder that you may write to (%s)"
                    .formatted(json, e.getClass().getSimpleName()));
        }
    }

    private void write(Outcome outcome, Path folder) throws IOException {
        if (json != null) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), outcome);
        }
        var picture = folder.resolve("rehearsal.svg");
        Files.writeString(picture, new Drawing(outcome, tolerance).svg());
        spec.commandLine().getOut().printf("%nPicture: %s%n", picture);
    }

    private void requireShare(String option, double value) {
        if (!(value > 0 && value < 1)) {
            throw refused("%s has to be between 0 and 1, but it is %s".formatted(option, value));
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
