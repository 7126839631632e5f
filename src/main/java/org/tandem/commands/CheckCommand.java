package org.tandem.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.tandem.assistant.knowledge.KnowledgeCheck;
import org.tandem.bpmn.ModelFiles;
import org.tandem.desk.hours.Calendars;
import org.tandem.desk.pay.RateCardCheck;
import org.tandem.policy.ModelPolicy;
import org.tandem.process.EngineContract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells analysts and editors, in seconds and without an engine, whether models, calendars and knowledge may be used as they are. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks models, calendars, knowledge and rate cards: prints every mistake with its file, line and element.",
            "The exit code is 0 if there are no errors, 1 if there are, and 2 if there is nothing to check."
        })
@SuppressWarnings("NullAway.Init") // set by picocli
final class CheckCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PROCESSES",
            description =
                    "folder of the models and calendars; without it \"processes\", or else the one that is configured")
    private @Nullable String processes;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "KNOWLEDGE",
            description = "folder of the knowledge; without it the one that is configured (tandem.assistant.knowledge)")
    private @Nullable String knowledge;

    @Option(names = "--format", defaultValue = "text", description = "text, json or sarif (default: ${DEFAULT-VALUE})")
    private Format format;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description =
                    "compare the examples of all topics by their meaning, too, which takes longer: warn of those that"
                            + " are nearly the same, and draw here which topics are taken for each other")
    private @Nullable Path picture;

    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    @Override
    public Integer call() throws IOException {
        var environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        var findings = new ArrayList<Finding>();
        var calendars = calendars(environment, findings);
        var models = models(environment, calendars, findings);
        var known = folder(knowledge, environment.getProperty("tandem.assistant.knowledge", "classpath:/knowledge/"));
        var check = new KnowledgeCheck(known);
        check.mistakes().forEach(mistake -> findings.add(Finding.of(mistake, Finding.Level.ERROR, plain(known))));
        var rateCards = environment.getProperty("tandem.desk.pay.rate-cards", RateCardCheck.SAMPLE);
        RateCardCheck.flaws(rateCards).forEach(flaw -> findings.add(Finding.ofRateCards(flaw, plain(rateCards))));
        List<String> confused = List.of();
        if (picture != null && check.topics() > 0) {
            var comparison = check.compare(picture);
            comparison.doubts().forEach(doubt -> findings.add(Finding.of(doubt, Finding.Level.WARNING, plain(known))));
            confused = comparison.confused();
        }
        var result = new CheckResult(models, calendars.size(), check.topics(), findings);
        switch (format) {
            case TEXT -> print(result, confused);
            case JSON -> say(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(result)));
            case SARIF -> say(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Sarif.of(findings)));
        }
        return result.errors() == 0 ? 0 : 1;
    }

    private int models(Environment environment, Set<String> calendars, List<Finding> findings) {
        var configured = environment.getProperty("tandem.process.models", "classpath:/processes/");
        var here = Files.isDirectory(Path.of("processes")) ? "processes" : configured;
        var location = folder(processes, here);
        var models = ModelFiles.of(ModelFiles.read(
                location.matches("[a-z*]{2,}:.*")
                        ? location
                        : Path.of(location).toUri().toString()));
        if (models.files().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "There are no .bpmn, .dmn or .form files in %s.".formatted(location));
        }
        new ModelPolicy(EngineContract.capabilities())
                .check(models)
                .forEach(violation -> findings.add(Finding.of(violation, plain(location), models.files())));
        EngineContract.notUnderstood(models, calendars)
                .forEach(violation -> findings.add(Finding.of(violation, plain(location), models.files())));
        return models.files().size();
    }

    /** Those beside the models, or else the ones that are configured; one with a mistake is there all the same. */
    private Set<String> calendars(Environment environment, List<Finding> findings) {
        var beside = Path.of(processes == null ? "processes" : processes, "calendars");
        var location = Files.isDirectory(beside)
                ? beside.toUri().toString()
                : environment.getProperty("tandem.desk.calendars", Calendars.LOCATION);
        var folder = Files.isDirectory(beside) ? beside.toString() : plain(location);
        var found = Calendars.found(location);
        found.mistakes().forEach(mistake -> findings.add(Finding.of(mistake, Finding.Level.ERROR, folder)));
        found.runningOut(LocalDate.now(ZoneOffset.UTC))
                .forEach(doubt -> findings.add(Finding.of(doubt, Finding.Level.WARNING, folder)));
        return found.ids();
    }

    private String folder(@Nullable String given, String otherwise) {
        if (given != null && !Files.isDirectory(Path.of(given))) {
            throw new ParameterException(spec.commandLine(), "%s is not a folder.".formatted(given));
        }
        return given == null ? otherwise : given;
    }

    /** As it is named in findings. */
    private static String plain(String location) {
        return location.replaceFirst("^(classpath\\*?|file):/*", "").replaceFirst("/+$", "");
    }

    private static ObjectNode json(CheckResult result) {
        var json = JSON.createObjectNode()
                .put("models", result.models())
                .put("calendars", result.calendars())
                .put("topics", result.topics())
                .put("errors", result.errors())
                .put("warnings", result.findings().size() - result.errors());
        return json.set("findings", JSON.valueToTree(result.findings()));
    }

    private void print(CheckResult result, List<String> confused) {
        var colours = spec.commandLine().getColorScheme().ansi();
        result.findings()
                .forEach(finding -> say("%s %s: %s"
                        .formatted(
                                colours.string(finding.isError() ? "@|bold,red error|@" : "@|bold,yellow warning|@"),
                                finding.where(),
                                finding.message())));
        confused.forEach(this::say);
        if (picture != null) {
            say("A picture of that is in %s".formatted(picture));
        }
        say(result.summary());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
