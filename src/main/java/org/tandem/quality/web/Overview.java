package org.tandem.quality.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Models;
import org.tandem.quality.numbers.AutomationStates;
import org.tandem.quality.numbers.CaseNumbers;
import org.tandem.quality.numbers.Count;
import org.tandem.quality.numbers.NumbersSettings;
import org.tandem.quality.numbers.Side;
import org.tandem.quality.numbers.Sides;
import org.tandem.quality.outside.OutsideShare;
import org.tandem.quality.statistics.Proportion;
import org.tandem.quality.web.Cell.Maker;
import org.tandem.quality.web.References.Reference;

/** What the first page of quality shows. */
@Component
class Overview {

    private final CaseNumbers numbers;
    private final AutomationStates states;
    private final Models models;
    private final OutsideShare outside;
    private final NumbersSettings settings;
    private final Clock clock;

    Overview(
            CaseNumbers numbers,
            AutomationStates states,
            Models models,
            OutsideShare outside,
            NumbersSettings settings,
            Clock clock) {
        this.numbers = numbers;
        this.states = states;
        this.models = models;
        this.outside = outside;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param pending cases that may still come back, so that they are in no number of those who did
     * @param promise what the promise of the model in use rests on, as long as it is made from examples; empty without a model
     * @param outside what handled cases tell of inquiries about none of the topics
     */
    record View(
            long version,
            long cases,
            long pending,
            List<Reference> references,
            List<Line> comparison,
            List<Line> people,
            List<Line> reasons,
            List<GuardLine> guard,
            String promise,
            String outside,
            List<Chart> trends,
            List<Chart> model) {}

    LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    long version() {
        return numbers.version();
    }

    List<String> topics() {
        return numbers.topics();
    }

    View view(Asked asked) {
        long version = numbers.version();
        long length = Trends.length(asked.scope());
        var stretches = numbers.stretches(asked.scope(), length);
        var sums = Sides.none();
        stretches.values().forEach(sums::add);
        var all = sums.of(Side.ALL);
        return new View(
                version,
                all.count(Count.CASES),
                all.times().resolution().count() - all.count(Count.RESOLVED),
                new References(asked, sums).all(),
                new Comparison(asked, sums, settings.currency()).lines(),
                people(asked, sums),
                reasons(asked, all.count(Count.CASES)),
                states.now().stream().map(GuardLine::of).toList(),
                models.promise().map(rests -> rests + ".").orElse(""),
                outside.lately().inWords() + ".",
                new Trends(stretches, length).all(),
                ModelCharts.of(numbers.risks(asked.scope())));
    }

    private static List<Line> people(Asked asked, Sides sums) {
        var all = sums.of(Side.ALL);
        var maker = new Maker(asked, Side.ALL, all);
        var wait = all.times().personWait();
        return List.of(
                Line.of(
                        "Asked for a person",
                        "Share of all inquiries of these days whose customer asked for a person.",
                        maker.share(Count.REQUESTED, Count.CASES)),
                Line.of(
                        "Time to a person's answer",
                        "From asking for a person to the first answer of one after that: half of them waited at most so long.",
                        wait.count() == 0
                                ? Cell.NOTHING
                                : new Cell(
                                        InFigures.time(wait.percentile(0.5)),
                                        "90 %%: %s; 95 %%: %s; of %s"
                                                .formatted(
                                                        InFigures.time(wait.percentile(0.9)),
                                                        InFigures.time(wait.percentile(0.95)),
                                                        InFigures.number(wait.count())),
                                        maker.address(Count.REACHED))));
    }

    private List<Line> reasons(Asked asked, long cases) {
        return numbers.reasons(asked.scope()).stream()
                .map(reason -> Line.of(
                        Reasons.inWords(reason.reason()),
                        "",
                        new Cell(
                                InFigures.number(reason.cases()),
                                InFigures.percent(
                                        new Proportion(reason.cases(), Math.max(cases, reason.cases())).estimate()),
                                asked.address(
                                        "/quality/cases",
                                        Map.of("count", Count.CASES.key(), "reason", reason.reason())))))
                .toList();
    }
}
