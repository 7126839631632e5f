package org.tandem.quality.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tandem.quality.numbers.CaseList;
import org.tandem.quality.numbers.CaseNumbers;

/** Numbers and cases for spreadsheets: streamed, so that any number of them begins at once. */
@Controller
class CsvPage {

    private final CaseList cases;
    private final CaseNumbers numbers;
    private final Overview overview;

    CsvPage(CaseList cases, CaseNumbers numbers, Overview overview) {
        this.cases = cases;
        this.numbers = numbers;
        this.overview = overview;
    }

    @GetMapping("/quality/cases.csv")
    void cases(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        var listed = Listed.of(parameters, overview.today());
        if (isRefused(listed.asked(), response)) {
            return;
        }
        try (var csv = begin("cases", response)) {
            csv.printRecord(CsvLines.CASE);
            cases.each(listed.wanted(), row -> print(csv, CsvLines.of(row)));
        }
    }

    @GetMapping("/quality/days.csv")
    void days(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        var asked = Asked.of(parameters, overview.today());
        if (isRefused(asked, response)) {
            return;
        }
        try (var csv = begin("days", response)) {
            csv.printRecord(CsvLines.day());
            numbers.stretches(asked.scope(), 1)
                    .forEach((day, sides) -> CsvLines.of(day, sides).forEach(line -> print(csv, line)));
        }
    }

    static boolean isRefused(Asked asked, HttpServletResponse response) throws IOException {
        if (asked.flaws().isEmpty()) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(String.join("\n", asked.flaws()));
        return true;
    }

    static CSVPrinter begin(String name, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"tandem-%s.csv\"".formatted(name));
        return new CSVPrinter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), CSVFormat.RFC4180);
    }

    static void print(CSVPrinter csv, Object... values) {
        try {
            csv.printRecord(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
