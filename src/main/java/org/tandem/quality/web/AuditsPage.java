package org.tandem.quality.web;

import static org.tandem.quality.audits.AnsweredBy.AI;
import static org.tandem.quality.audits.AnsweredBy.HELD_OUT;
import static org.tandem.quality.audits.AnsweredBy.PERSON;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.quality.audits.AuditEstimate;
import org.tandem.quality.audits.AuditList;
import org.tandem.quality.audits.Estimates;
import org.tandem.quality.audits.Estimates.Estimate;
import org.tandem.quality.numbers.CaseNumbers;
import org.tandem.quality.numbers.Side;
import org.tandem.quality.numbers.Sides;
import org.tandem.quality.web.AuditsView.Line;
import org.tandem.quality.web.Cell.Maker;

/** What reviewers say of answers, of the AI and of people: the share that is wrong, how far they agree, and what is still to be looked at. */
@Controller
class AuditsPage {

    private static final List<Integer> PERIODS = List.of(28, 90, 365);
    private static final String USUAL = "90";
    private static final int SHOWN = 50;

    private final AuditEstimate estimates;
    private final AuditList list;
    private final CaseNumbers numbers;
    private final Clock clock;

    AuditsPage(AuditEstimate estimates, AuditList list, CaseNumbers numbers, Clock clock) {
        this.numbers = numbers;
        this.estimates = estimates;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping("/quality/audits")
    ModelAndView audits(@RequestParam(defaultValue = USUAL) String days) {
        var page = new ModelAndView("quality/audits");
        boolean fits = fits(days);
        page.setStatus(fits ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("flaw", fits ? null : flaw(days));
        int period = Integer.parseInt(fits ? days : USUAL);
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var from = until.minusDays(period - 1);
        var found = estimates.of(from, until);
        page.addObject("days", period);
        page.addObject("from", AuditsView.day(from));
        page.addObject("until", AuditsView.day(until));
        page.addObject("periods", PERIODS);
        var byAi = found.of(AI);
        page.addObject("overall", Line.of("All topics", byAi.overall(), ListedAnswers.address("ai", from, until)));
        page.addObject(
                "topics", lines(byAi.byTopic(), AuditsView::topic, topic -> ListedAnswers.about(topic, from, until)));
        page.addObject(
                "weeks",
                lines(
                        byAi.byWeek(),
                        AuditsView::day,
                        monday ->
                                ListedAnswers.address("ai", later(monday, from), earlier(monday.plusDays(6), until))));
        var asked = Asked.of(Map.of("from", from.toString(), "until", until.toString()), until);
        var first = numbers.audited(asked.scope());
        page.addObject(
                "sides",
                List.of(
                        side("AI", byAi, Side.AI, asked, first),
                        side("People", found.of(PERSON, HELD_OUT), Side.PEOPLE, asked, first),
                        side("People, held out", found.of(HELD_OUT), Side.HELD_OUT, asked, first)));
        page.addObject("agreement", AuditsView.agreement(estimates.agreement(from, until)));
        page.addObject("ratedLow", AuditsView.ratedLow("of the AI", estimates.wrongOfRatedLow(false, from, until)));
        page.addObject(
                "peopleRatedLow", AuditsView.ratedLow("of people", estimates.wrongOfRatedLow(true, from, until)));
        page.addObject("openOnes", list.open());
        page.addObject("open", AuditsView.rows(list.open(SHOWN)));
        page.addObject("done", AuditsView.rows(list.done(SHOWN)));
        return page;
    }

    @GetMapping("/quality/audits.csv")
    void csv(@RequestParam(defaultValue = USUAL) String days, HttpServletResponse response) throws IOException {
        if (!fits(days)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(flaw(days));
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"tandem-audits.csv\"");
        var until = clock.instant();
        var from = LocalDate.ofInstant(until, ZoneOffset.UTC)
                .minusDays(Integer.parseInt(days) - 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        try (var csv = new CSVPrinter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            csv.printRecord(AuditLine.HEADER);
            list.each(from, until, item -> {
                try {
                    csv.printRecord(AuditLine.of(item));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** All answers of a side, and beside them what the overview shows of the same days. */
    private static Line side(String name, Estimates all, Side side, Asked asked, Sides first) {
        var days = asked.scope();
        return Line.of(name, all.overall(), ListedAnswers.address(side.key(), days.from(), days.until()))
                .beside(Comparison.audited(new Maker(asked, side, first.of(side))));
    }

    private static <K> List<Line> lines(
            Map<K, Estimate> estimates, Function<K, String> name, Function<K, String> list) {
        return estimates.entrySet().stream()
                .map(one -> Line.of(name.apply(one.getKey()), one.getValue(), list.apply(one.getKey())))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static boolean fits(String days) {
        return PERIODS.stream().map(String::valueOf).anyMatch(days::equals);
    }

    private static String flaw(String days) {
        return "“%s” is no period: it is 28, 90 or 365 days.".formatted(days);
    }
}
