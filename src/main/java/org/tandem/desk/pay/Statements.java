package org.tandem.desk.pay;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tandem.desk.pay.Ledger.Sum;
import org.tandem.desk.pool.Profiles;
import org.tandem.staff.Workforce;

/** What people earned, for them and their leads to check. */
@Component
class Statements {

    private final Ledger ledger;
    private final WorkTable works;
    private final SignTable signs;
    private final RateCards cards;
    private final Workforce workforce;
    private final Profiles profiles;
    private final Clock clock;

    Statements(
            Ledger ledger,
            WorkTable works,
            SignTable signs,
            RateCards cards,
            Workforce workforce,
            Profiles profiles,
            Clock clock) {
        this.ledger = ledger;
        this.works = works;
        this.signs = signs;
        this.cards = cards;
        this.workforce = workforce;
        this.profiles = profiles;
        this.clock = clock;
    }

    RateCard card() {
        return cards.at(clock.instant());
    }

    ZoneId zone() {
        return card().zone();
    }

    Month thisMonth() {
        return Month.at(clock.instant(), zone());
    }

    Statement of(String agent, Month month) {
        var entries = ledger.of(agent, month.begin(), month.end());
        var feedback = feedback(agent, month);
        return new Statement(
                agent,
                month,
                entries.stream()
                        .map(entry -> Line.of(entry, feedback.getOrDefault(entry.key(), ""), month.zone()))
                        .toList(),
                ledger.corrected(agent, month).stream()
                        .map(entry -> Line.of(entry, "", month.zone()))
                        .toList(),
                Totals.of(entries.stream()
                        .map(entry -> new Sum(agent, entry.type(), 1, entry.amount()))
                        .toList()));
    }

    List<Totals> today(String agent) {
        var now = clock.instant().atZone(zone());
        var begin = now.toLocalDate().atStartOfDay(zone()).toInstant();
        var end = now.toLocalDate().plusDays(1).atStartOfDay(zone()).toInstant();
        return Totals.of(ledger.sums(agent, begin, end));
    }

    /** By name of who earned something in the month. */
    Map<String, List<Totals>> everybody(Month month) {
        return sums(month).stream()
                .collect(Collectors.groupingBy(
                        Sum::agent, LinkedHashMap::new, Collectors.collectingAndThen(Collectors.toList(), Totals::of)));
    }

    List<Totals> all(Month month) {
        return Totals.of(sums(month));
    }

    /** Whether somebody earned something, or works here and may yet. */
    boolean knows(String agent) {
        return ledger.knows(agent)
                || workforce.people().contains(agent)
                || profiles.of(agent).isPresent();
    }

    private List<Sum> sums(Month month) {
        return ledger.sums(month.begin(), month.end());
    }

    /** What customers said, by the key of the entry that their answer earned. */
    private Map<String, String> feedback(String agent, Month month) {
        Instant now = clock.instant();
        var said = signs.about(agent, month.begin(), month.end());
        return works.of(agent, month.begin(), month.end()).stream()
                .filter(Work::isAnswer)
                .collect(Collectors.toMap(
                        work -> Entry.key(Entry.Type.EARNED, work),
                        work -> Feedback.of(work, said, cards.at(work.doneAt()).bonus(), now, month.zone())));
    }
}
