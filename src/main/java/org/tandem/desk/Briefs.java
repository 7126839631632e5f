package org.tandem.desk;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Message;

/** Writes the brief for the person who takes over. It only restates the case file, so it can be written again at any time. */
@Component
public class Briefs {

    private static final DateTimeFormatter WAITING_SINCE = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** The brief of this case as it stands now. */
    public Brief write(CaseFile file, HandOverReason reason) {
        var attempt = lastOf(file.attempts());
        return new Brief(
                file.number(),
                WAITING_SINCE.format(file.receivedAt()),
                file.messages().stream()
                        .filter(message -> message.author() != Author.SYSTEM)
                        .map(Briefs::line)
                        .collect(Collectors.joining("\n\n")),
                attempt.map(AiAttempt::topicTitle).orElse("Not recognised"),
                attempt.filter(AiAttempt::distress)
                        .map(upset -> "Upset or in need of care: read closely before you answer")
                        .orElse("Nothing unusual noticed"),
                tried(file),
                why(file, reason),
                attempt.map(AiAttempt::draft).orElse("No draft"),
                attempt.map(Briefs::sources).filter(text -> !text.isEmpty()).orElse("None"));
    }

    private static String line(Message message) {
        var who = switch (message.author()) {
            case CUSTOMER -> "Customer";
            case AI -> "AI";
            case PERSON -> "Agent";
            case SYSTEM -> "Tandem";
        };
        return who + ": " + message.text();
    }

    private static String tried(CaseFile file) {
        var answered = file.messages().stream()
                .filter(message -> message.author() == Author.AI || message.author() == Author.PERSON)
                .toList();
        if (answered.isEmpty()) {
            return file.repeatContacts() == 0
                    ? "Nothing yet, this is the first contact"
                    : "Nothing yet in this case, but the customer wrote %d more times in the last days"
                            .formatted(file.repeatContacts());
        }
        return "%s so far, the last one by %s"
                .formatted(
                        answered.size() == 1 ? "One answer" : answered.size() + " answers",
                        answered.getLast().author() == Author.AI ? "the AI" : "a person");
    }

    private static String why(CaseFile file, HandOverReason reason) {
        return switch (reason) {
            case CUSTOMER_ASKED -> "The customer asked for a person";
            case CUSTOMER_WROTE -> "The customer wrote again";
            case NOT_SOLVED -> "The customer said that the answer did not solve it";
            case REOPENED -> "The customer came back after the case was closed";
            case AI_UNAVAILABLE -> "The AI was not available";
            case AI_TOO_SLOW -> "The AI took too long";
            case GATE ->
                lastOf(file.decisions())
                        .map(decision -> decision.reason())
                        .orElse("The AI was not sure enough to answer itself");
        };
    }

    private static String sources(AiAttempt attempt) {
        return attempt.sources().stream()
                .map(source -> source.title() + " (" + source.link() + ")")
                .collect(Collectors.joining("\n"));
    }

    private static <T> Optional<T> lastOf(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.getLast());
    }
}
