package org.tandem.quality.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;
import org.tandem.quality.backtest.Backtest;

/**
 * What was filled in.
 *
 * @param gate another table instead of the one in use
 * @param tolerance by the class of topics, as it was typed; those that are left empty stay as they are
 */
record WhatIfForm(
        @Nullable MultipartFile gate,
        @Nullable Map<String, String> tolerance,
        @Nullable String model,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable Boolean asIfOpen) {

    /** Reading takes milliseconds each, and somebody waits. */
    static final int MOST_REREAD = 1_000;

    private static final int DAYS = 30;

    static WhatIfForm blank(LocalDate today) {
        return new WhatIfForm(null, Map.of(), null, today.minusDays(DAYS), today, false);
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
