package org.tandem.commands;

import java.util.List;

/** Everything a check has found, and how much it has looked at. */
record CheckResult(int models, int calendars, int topics, List<Finding> findings) {

    long errors() {
        return findings.stream().filter(Finding::isError).count();
    }

    String summary() {
        var errors = errors();
        var warnings = findings.size() - errors;
        return "%s, %s and %s checked, %s%s."
                .formatted(
                        counted(models, "model"),
                        counted(calendars, "calendar"),
                        counted(topics, "topic"),
                        errors == 0 ? "all rules are kept" : counted(errors, "error"),
                        warnings == 0 ? "" : ", " + counted(warnings, "warning"));
    }

    private static String counted(long count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }
}
