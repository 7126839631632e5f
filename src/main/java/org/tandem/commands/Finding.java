package org.tandem.commands;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.knowledge.Mistake;
import org.tandem.desk.hours.CalendarMistake;
import org.tandem.policy.Violation;

/**
 * Something that a check found.
 *
 * @param file its path as the one who called would open it
 * @param line where in the file, if that is known
 * @param element id of the element of a model, if it is about one
 * @param message what is wrong and what would be right, in sentences
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(
        Level level,
        String rule,
        String file,
        @Nullable Integer line,
        @Nullable String element,
        @Nullable String name,
        String message) {

    enum Level {
        @JsonProperty("error")
        ERROR,
        @JsonProperty("warning")
        WARNING
    }

    static Finding of(Violation violation, String folder, Map<String, byte[]> files) {
        var element = violation.element();
        var content = files.get(violation.file());
        return new Finding(
                violation.isError() ? Level.ERROR : Level.WARNING,
                violation.rule().id(),
                content == null ? folder : folder + "/" + violation.file(),
                content == null ? null : Lines.of(element.id(), violation.message(), content),
                element.id().isBlank() ? null : element.id(),
                element.name().isBlank() ? null : element.name(),
                "%s (rule: %s). %s.".formatted(violation.message(), violation.rule(), violation.remedy()));
    }

    static Finding of(Mistake mistake, Level level, String folder) {
        return new Finding(
                level,
                level == Level.ERROR ? "knowledge-usable" : "examples-apart",
                folder + "/" + mistake.file(),
                mistake.line(),
                null,
                null,
                mistake.what() + ".");
    }

    static Finding ofRateCards(String flaw, String file) {
        return new Finding(Level.ERROR, "rate-cards-usable", file, null, null, null, flaw);
    }

    static Finding of(CalendarMistake mistake, Level level, String folder) {
        return new Finding(
                level,
                level == Level.ERROR ? "calendar-usable" : "holidays-known",
                folder + "/" + mistake.file(),
                mistake.line(),
                null,
                null,
                mistake.what() + ".");
    }

    boolean isError() {
        return level == Level.ERROR;
    }

    /** The place, as an analyst reads it. */
    String where() {
        return file
                + (line == null ? "" : ":" + line)
                + (element == null ? "" : name == null ? ", " + element : ", \"%s\" (%s)".formatted(name, element));
    }
}
