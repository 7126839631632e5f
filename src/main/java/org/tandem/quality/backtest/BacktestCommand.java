package org.tandem.quality.backtest;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.ModelRefused;
import org.tandem.assistant.evaluation.ProgressBar;
import org.tandem.policy.ModelPolicy;
import org.tandem.quality.CommandDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The command {@code backtest}: what a changed gate, tolerance or model would have made of what was decided. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Decides again what was decided before, by a changed gate, tolerance or model, and prints both side by"
                    + " side: automation, expected wrong answers, cases that would move, load on people.",
            "It changes nothing. Where the database is, is said as to Tandem itself, for example with"
                    + " --spring.datasource.url=..."
        })
@SuppressWarnings("NullAway.Init") // set by picocli
public final class BacktestCommand implements Callable<Integer> {

    private final ModelPolicy policy;

    @Spec
    private CommandSpec spec;

    @Option(names = "--gate", paramLabel = "FILE", description = "a changed confidence-gate.dmn")
    private @Nullable Path gate;

    @Option(
            names = "--tolerance",
            paramLabel = "CLASS=SHARE",
            description = "another tolerance of a class of topics, such as routine=0.1; can be repeated")
    private Map<String, Double> tolerances = new LinkedHashMap<>();

    @Option(
            names = "--model",
            paramLabel = "VERSION",
            description = "read what customers wrote again with this stored model, which takes about 20 ms each")
    private @Nullable String model;

    @Option(names = "--from", paramLabel = "DAY", description = "first day, such as 2026-03-01 (UTC)")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "last day")
    private @Nullable LocalDate to;

    @Option(names = "--as-if-open", description = "as if the automation of all topics had been open")
    private boolean asIfOpen;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures to this file")
    private @Nullable Path json;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    /** @param policy that a changed gate has to keep */
    public BacktestCommand(ModelPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Integer call() throws IOException {
        settings.stream()
                .filter(setting -> !setting.startsWith("--spring.") && !setting.startsWith("--tandem."))
                .findFirst()
                .ifPresent(unknown -> {
                    throw refused("Unknown: '%s'".formatted(unknown));
                });
        if (gate == null && model == null && tolerances.isEmpty() && !asIfOpen) {
            throw refused(
                    "Say what is to be changed: --gate FILE, --tolerance CLASS=SHARE, --model VERSION or --as-if-open");
        }
        var progress = new ProgressBar(spec.commandLine().getErr());
        try {
            var period = Period.of(from, to, LocalDate.now(ZoneOffset.UTC));
            var proposal = new Backtest.Proposal(file(), tolerances, model, Integer.MAX_VALUE, asIfOpen);
            var comparison =
                    BacktestDatabase.with(policy, settings, backtest -> backtest.compare(proposal, period, progress));
            progress.finish();
            new Printout(spec.commandLine().getOut()).print(comparison);
            write(comparison);
            return 0;
        } catch (GateRefused refused) {
            refused.sentences().forEach(spec.commandLine().getErr()::println);
            return 1;
        } catch (CommandDatabase.NotThere e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        } catch (IllegalArgumentException | ModelRefused e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private Backtest.@Nullable GateFile file() throws IOException {
        if (gate == null) {
            return null;
        }
        if (!Files.isRegularFile(gate)) {
            throw refused("There is no file %s.".formatted(gate));
        }
        return new Backtest.GateFile(String.valueOf(gate.getFileName()), Files.readAllBytes(gate));
    }

    private void write(Comparison comparison) throws IOException {
        if (json != null) {
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(json.toFile(), comparison);
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
