package org.tandem.desk.pay;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts right what was paid wrongly, by a further entry that says by whom and why. Nobody corrects their own pay. */
@Component
class Corrections {

    private static final int LONGEST_REASON = 1_000;

    private final Ledger ledger;
    private final Statements statements;
    private final Clock clock;

    Corrections(Ledger ledger, Statements statements, Clock clock) {
        this.ledger = ledger;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * What a lead filled in.
     *
     * @param form by which it counts once, however often it is sent
     * @param entry that it corrects, blank for none
     */
    record Form(UUID form, String entry, String amount, String reason, boolean confirmed) {

        static Form empty() {
            return new Form(UUID.randomUUID(), "", "", "", false);
        }
    }

    /**
     * Adds it to the ledger, unless something is wrong with it, which is returned in sentences.
     *
     * @param month that it concerns, if it corrects no entry
     */
    @Transactional
    List<String> correct(String agent, Month month, Form form, String lead) {
        var flaws = new ArrayList<String>();
        if (agent.equals(lead)) {
            flaws.add("Your own pay has to be corrected by another lead.");
        }
        var present = statements.thisMonth();
        if (month.isAfter(present)) {
            flaws.add("Month: %s has not begun: choose %s or an earlier one.".formatted(month, present));
        }
        var entry = entry(agent, form, flaws);
        var currency =
                entry == null ? statements.card().currency() : entry.amount().currency();
        var amount = amount(form.amount(), currency, flaws);
        var reason = form.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            flaws.add("Reason: please say why, in at most %d characters.".formatted(LONGEST_REASON));
        }
        if (!form.confirmed()) {
            flaws.add(
                    "Please confirm: an entry cannot be taken out of the ledger again, only be corrected by another one.");
        }
        if (flaws.isEmpty() && amount != null) {
            book(correction(agent, month, form.form(), entry, amount, reason, lead), entry, month)
                    .ifPresent(flaws::add);
        }
        return flaws;
    }

    private @Nullable Entry entry(String agent, Form form, List<String> flaws) {
        if (form.entry().isBlank()) {
            return null;
        }
        try {
            var found = ledger.lock(UUID.fromString(form.entry()));
            if (found.isPresent() && found.get().agent().equals(agent)) {
                return found.get();
            }
        } catch (IllegalArgumentException unknown) {
            // no id is no id of an entry
        }
        flaws.add("Entry: there is no such entry of %s.".formatted(agent));
        return null;
    }

    private static @Nullable Money amount(String text, Currency currency, List<String> flaws) {
        try {
            var amount = Money.of(new BigDecimal(text.strip().replace(',', '.').replace('−', '-')), currency);
            if (amount.isTooMuchAtOnce()) {
                flaws.add("Amount: %s is too much for one correction: write at most %s."
                        .formatted(amount, Money.mostAtOnce(currency)));
            } else if (amount.equals(Money.zero(currency))) {
                flaws.add("Amount: 0 changes nothing.");
            } else {
                return amount;
            }
        } catch (NumberFormatException noNumber) {
            flaws.add("Amount: %s is no amount; write it such as 3.20, or -3.20 to take it back."
                    .formatted(text.isBlank() ? "nothing" : "\"" + text.strip() + "\""));
        } catch (IllegalArgumentException misfit) {
            flaws.add("Amount: %s.".formatted(misfit.getMessage()));
        }
        return null;
    }

    /** No more can be taken back than somebody has for the month by now. */
    private Optional<String> taken(String agent, Month month, Money amount) {
        var worth = ledger.lockWorth(agent, month, amount.currency());
        return amount.isNegative() && worth.plus(amount).isNegative()
                ? Optional.of(
                        "Amount: %s has %s for %s by now, no more can be taken back. What another month paid too much is corrected there."
                                .formatted(agent, worth, month.inWords()))
                : Optional.empty();
    }

    /** No more can be taken back than an entry is worth by now. */
    private Optional<String> taken(Entry entry, Money amount) {
        var left = ledger.corrections(entry.id()).stream().map(Entry::amount).reduce(entry.amount(), Money::plus);
        return left.plus(amount).isNegative()
                ? Optional.of("Amount: the entry is worth %s by now, no more can be taken back.".formatted(left))
                : Optional.empty();
    }

    /** The same form sent again changes nothing; with something else in it by then it is refused. */
    private Optional<String> book(Entry correction, @Nullable Entry entry, Month month) {
        var booked = ledger.find(correction.key());
        if (booked.isPresent()) {
            return booked.filter(before -> !isSame(before, correction))
                    .map(before ->
                            "This form was sent before, with %s, and that is in the ledger. Open the page again to correct more."
                                    .formatted(before.amount()));
        }
        var tooMuch = entry == null
                ? taken(correction.agent(), month, correction.amount())
                : taken(entry, correction.amount());
        if (tooMuch.isEmpty()) {
            ledger.add(correction);
        }
        return tooMuch;
    }

    private static boolean isSame(Entry booked, Entry correction) {
        return booked.amount().equals(correction.amount())
                && booked.reason().equals(correction.reason())
                && Objects.equals(booked.period(), correction.period())
                && Objects.equals(booked.corrects(), correction.corrects());
    }

    private Entry correction(
            String agent, Month month, UUID form, @Nullable Entry entry, Money amount, String reason, String lead) {
        var now = clock.instant();
        var period = entry == null ? month : Month.at(entry.at(), month.zone());
        return new Entry(
                UUID.randomUUID(),
                Entry.Type.CORRECTION + ":" + form,
                Entry.Type.CORRECTION,
                agent,
                entry == null ? null : entry.inquiry(),
                entry == null ? null : entry.number(),
                amount,
                "",
                entry == null ? "" : entry.row(),
                now,
                now,
                entry == null ? null : entry.id(),
                period.toString(),
                reason,
                lead);
    }
}
