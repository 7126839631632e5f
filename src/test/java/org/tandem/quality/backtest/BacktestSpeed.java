package org.tandem.quality.backtest;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.tandem.assistant.classifier.Progress;

/** How long a backtest takes over so many decisions (100,000), of which every second was answered and every twentieth of those audited. */
public final class BacktestSpeed {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final double AUDITED = 0.05;

    private BacktestSpeed() {}

    public static void main(String[] arguments) {
        int decisions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var random = new Random(1);
        var cases = PastCases.inMemory();
        for (int i = 0; i < decisions; i++) {
            double risk = random.nextDouble() * random.nextDouble();
            var route = risk < 0.15 ? new Route("AI_ANSWER", "routine-confident") : new Route("PERSON", "too-risky");
            cases.decided("T-" + i, BEGIN.plusSeconds(i), route, PastCases.inputs("routine", risk, risk));
        }
        Labels labels = keys -> keys.stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> new Known(key.hashCode() % 20 == 0 ? key.hashCode() % 400 == 0 : null, null, AUDITED)));
        var backtest = cases.backtest(labels, Path.of("processes").toUri().toString());
        var proposal = new Backtest.Proposal(null, Map.of("routine", 0.25), null, 0, false);
        for (int round = 1; round <= 3; round++) {
            long begun = System.nanoTime();
            var comparison =
                    backtest.compare(proposal, new Period(BEGIN, BEGIN.plusSeconds(decisions)), Progress.SILENT);
            var taken = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf("%d decisions in %.1f s%n", comparison.decisions(), taken.toMillis() / 1e3);
            if (round == 3) {
                new Printout(new PrintWriter(System.out)).print(comparison);
            }
        }
    }
}
