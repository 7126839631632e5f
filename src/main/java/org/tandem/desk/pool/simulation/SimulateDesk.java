package org.tandem.desk.pool.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code simulate-desk}: plays a large desk with the real allocation beside simpler ways, on the same cases and agents. */
@Command(
        name = "simulate-desk",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Plays days of a large desk with the real allocation, beside first-in-first-out pull and longest-idle"
                        + " push, and prints as JSON what customers wait, what is late, how idle agents are and how even"
                        + " their offers and pay are.")
@SuppressWarnings("NullAway.Init") // set by picocli
public final class SimulateDesk implements Callable<Integer> {

    @Option(names = "--agents", defaultValue = "2000", paramLabel = "N", description = "Agents in the pool.")
    private int agents;

    @Option(names = "--cases", defaultValue = "100000", paramLabel = "N", description = "Cases on a weekday.")
    private int cases;

    @Option(names = "--days", defaultValue = "7", paramLabel = "N", description = "Days, from a Monday on.")
    private int days;

    @Option(
            names = "--handling-minutes",
            defaultValue = "8",
            paramLabel = "MINUTES",
            description = "Median time of a case.")
    private double handlingMinutes;

    @Option(names = "--declines", defaultValue = "0.1", paramLabel = "SHARE", description = "Offers that are declined.")
    private double declines;

    @Option(
            names = "--no-shows",
            defaultValue = "0.05",
            paramLabel = "SHARE",
            description = "Offers that are not answered.")
    private double noShows;

    @Option(
            names = "--offer-seconds",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description = "How long an offer is open.")
    private int offerSeconds;

    @Option(
            names = "--staffing",
            defaultValue = "1.3",
            paramLabel = "FACTOR",
            description =
                    "How much working time there is for an hour of work, if everybody always had as much as they want"
                            + " at once.")
    private double staffing;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "The same seed gives the same cases, agents and luck.")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Setup setup;
        try {
            setup = new Setup(agents, cases, days, handlingMinutes, declines, noShows, offerSeconds, staffing, seed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
        var out = spec.commandLine().getOut();
        out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(played(setup)));
        out.flush();
        return 0;
    }

    static Map<String, Object> played(Setup setup) {
        var latencies = new Latencies();
        var ways = new LinkedHashMap<String, Object>();
        Ways.all(setup.seed(), latencies)
                .forEach(way -> ways.put(way.name(), new Play(setup, way).play().figures()));
        var decisions = new LinkedHashMap<String, Object>();
        decisions.put("count", latencies.count());
        decisions.put("p50Millis", latencies.millis(0.5));
        decisions.put("p99Millis", latencies.millis(0.99));
        decisions.putAll(WholePool.figures(setup));
        var all = new LinkedHashMap<String, Object>();
        all.put("setup", setup);
        all.put("ways", ways);
        all.put("decisions", decisions);
        return all;
    }
}
