package org.tandem.quality.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.tandem.quality.backtest.Backtest;
import org.tandem.quality.backtest.Period;

/**
 * What was filled in.
 *
 * @param gate another table instead of the one in use
 * @param tolerance by the class of topics, as it was typed; those that are left empty stay as they are
 * @param from first day, as it was typed; empty for the beginning
 * @param to last day, as it was typed; empty for today
 */
record WhatIfForm(
        @Nullable MultipartFile gate,
        @Nullable Map<String, String> tolerance,
        @Nullable String model,
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean asIfOpen) {

    /** Reading takes milliseconds each, and somebody waits. */
    static final int MOST_REREAD = 1_000;

    private static final int DAYS = 30;

    static WhatIfForm blank(LocalDate today) {
        return new WhatIfForm(null, Map.of(), null, today.minusDays(DAYS).toString(), today.toString(), false);
    }

    /** What is wrong with the days, by their fields. */
    Map<String, String> flaws() {
        var flaws = new LinkedHashMap<String, String>();
        flaw(from, "first").ifPresent(flaw -> flaws.put("from", flaw));
        flaw(to, "last").ifPresent(flaw -> flaws.put("to", flaw));
        return flaws;
    }

    private static Optional<String> flaw(@Nullable String day, String which) {
        var flaws = new ArrayList<String>();
        day(day, which, flaws);
        return flaws.stream().findFirst();
    }

    private static @Nullable LocalDate day(@Nullable String typed, String which, List<String> flaws) {
        return typed == null || typed.isBlank() ? null : Asked.day(typed.strip(), which, flaws);
    }

    /** Only without {@link #flaws}. */
    Period period(LocalDate today) {
        return Period.of(day(from, "first", new ArrayList<>()), day(to, "last", new ArrayList<>()), today);
    }

    Backtest.Proposal proposal() throws IOException {
        return new Backtest.Proposal(
                gate == null || gate.isEmpty()
                        ? null
                        : new Backtest.GateFile(
                                Objects.requireNonNullElse(gate.getOriginalFilename(), "gate.dmn"), gate.getBytes()),
                tolerances(),
                model == null || model.isBlank() ? null : model,
                MOST_REREAD,
                Boolean.TRUE.equals(asIfOpen));
    }

    private Map<String, Double> tolerances() {
        var tolerances = new LinkedHashMap<String, Double>();
        if (tolerance != null) {
            tolerance.forEach((rule, typed) -> {
                if (!typed.isBlank()) {
                    tolerances.put(rule, number(rule, typed.strip()));
                }
            });
        }
        return tolerances;
    }

    private static double number(String rule, String typed) {
        try {
            return Double.parseDouble(typed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The tolerance for %s topics has to be a number between 0 and 1, such as 0.1, but it is \"%s\""
                            .formatted(rule, typed),
                    e);
        }
    }
}
