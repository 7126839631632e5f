package org.tandem.desk.pay;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tandem.desk.Spreadsheet;

/** Pay for spreadsheets. */
final class PayFiles {

    private PayFiles() {}

    static void statement(Statement statement, HttpServletResponse response) throws IOException {
        try (var file = Spreadsheet.begin(
                "earnings-" + statement.month(),
                response,
                "agent",
                "at",
                "type",
                "case",
                "what",
                "rate_card",
                "amount",
                "currency",
                "reason",
                "for_month",
                "booked_by")) {
            for (var line : statement.lines()) {
                var entry = line.entry();
                file.line(
                        entry.agent(),
                        entry.at(),
                        entry.type().name().toLowerCase(Locale.ROOT),
                        entry.number(),
                        entry.row(),
                        entry.card(),
                        entry.amount().amount(),
                        entry.amount().currency(),
                        entry.reason(),
                        entry.period(),
                        entry.by());
            }
        }
    }

    static void everybody(Month month, Map<String, List<Totals>> people, HttpServletResponse response)
            throws IOException {
        try (var file = Spreadsheet.begin(
                "pay-" + month,
                response,
                "agent",
                "paid_work",
                "earned",
                "bonus",
                "corrections",
                "total",
                "currency")) {
            for (var person : people.entrySet()) {
                for (var totals : person.getValue()) {
                    file.line(
                            person.getKey(),
                            totals.entries(),
                            totals.earned().amount(),
                            totals.bonus().amount(),
                            totals.corrections().amount(),
                            totals.total().amount(),
                            totals.currency());
                }
            }
        }
    }
}
