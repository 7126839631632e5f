package org.tandem.desk;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.tandem.desk.hours.CaseCalendars;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Findings;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.Moments;
import org.tandem.inquiry.Reminder;
import org.tandem.inquiry.RepeatContact;
import org.tandem.inquiry.Similarity;
import org.tandem.privacy.PersonalData;

/** Writes the brief for the person who takes over. It only restates what is known, so it can be written again at any time. */
@Component
public class Briefs {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int SIMILAR = 3;
    private static final int REPLY_SHOWN = 240;

    /** What was heard beside the topic, in the words of the knowledge's signals, and how to say it to a colleague. */
    private static final Map<String, String> HEARD = Map.of(
            "complaint", "Complains about us",
            "fraud", "Somebody else may be acting in the customer's name",
            "legal-threat", "Speaks of lawyers or courts",
            "vulnerability", "Needs more care than others");

    private final Inquiries inquiries;
    private final AccountLookUp accounts;
    private final CaseCalendars calendars;

    Briefs(Inquiries inquiries, AccountLookUp accounts, CaseCalendars calendars) {
        this.inquiries = inquiries;
        this.accounts = accounts;
        this.calendars = calendars;
    }

    /** The brief of this case as it stands now. */
    public Brief write(CaseFile file, HandOverReason reason) {
        var attempt = lastOf(file.attempts());
        var findings = attempt.map(AiAttempt::findings).orElse(Findings.NONE);
        var known = accounts.facts(file.customer().contactKey());
        return new Brief(
                file.number(),
                Moments.withYear(
                        file.receivedAt(),
                        calendars.calendar(market(file, known.orElse(Map.of()))).zone()),
                file.messages().stream()
                        .filter(message -> message.author() != Author.SYSTEM)
                        .map(Briefs::line)
                        .collect(Collectors.joining("\n\n")),
                attempt.map(Briefs::wants).orElse("Not recognised"),
                facts(known),
                feeling(attempt.filter(AiAttempt::distress).isPresent(), findings),
                tried(file)
                        + handedBack(file)
                        + inquiries.repeatOf(file.id()).map(Briefs::again).orElse(""),
                why(file, reason, findings)
                        + inquiries.reminder(file.id()).map(Briefs::toFollowUp).orElse(""),
                attempt.filter(made -> !made.isRetiredBy(file.messages()))
                        .map(made -> made.draft() == null ? findings.unfinished() : made.draft())
                        .orElse("No draft"),
                orElse(attempt.map(Briefs::sources).orElse(""), "None"),
                orElse(attempt.map(AiAttempt::topic).map(this::similar).orElse(""), "None yet"));
    }

    private static @Nullable String market(CaseFile file, Map<String, String> facts) {
        var handedOver = CaseCalendars.market(file);
        return handedOver == null ? facts.get(Standings.MARKET) : handedOver;
    }

    private static String facts(Optional<Map<String, String>> known) {
        return known.map(facts -> list(facts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(fact -> inWords(fact.getKey()) + ": " + fact.getValue())))
                .map(facts -> orElse(facts, "Nothing is known of an account"))
                .orElse("Could not be looked up");
    }

    private static String line(Message message) {
        var who = switch (message.author()) {
            case CUSTOMER -> "Customer";
            case AI -> "AI";
            case PERSON -> "Agent";
            case SYSTEM -> "Tandem";
        };
        return who + ": " + PersonalData.maskForPeople(message.text());
    }

    private static String wants(AiAttempt attempt) {
        var findings = attempt.findings();
        if (findings.wants().size() > 1) {
            return list(findings.wants().stream());
        }
        if (attempt.topicTitle() == null) {
            return "Not recognised";
        }
        return findings.perhaps().isEmpty()
                ? attempt.topicTitle()
                : "%s, or perhaps: %s".formatted(attempt.topicTitle(), String.join("; ", findings.perhaps()));
    }

    private static String feeling(boolean distress, Findings findings) {
        var all = Stream.concat(
                        Stream.of("Upset or in need of care: read closely before you answer")
                                .filter(upset -> distress),
                        findings.heard().stream().flatMap(heard -> Stream.ofNullable(HEARD.get(heard))))
                .toList();
        return all.isEmpty() ? "Nothing unusual noticed" : String.join(". ", all);
    }

    private String similar(String topic) {
        return list(inquiries.solvedByPeople(topic, SIMILAR).stream()
                .map(solved -> "%s, %s: %s"
                        .formatted(
                                solved.number(),
                                solved.resolutionCode().toLowerCase(Locale.ROOT).replace('_', ' '),
                                shortened(solved.reply()))));
    }

    /** The name of a fact as people read it: order.dueDate is the order due date. */
    private static String inWords(String fact) {
        var words = fact.replace('.', ' ')
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .toLowerCase(Locale.ROOT);
        return StringUtils.capitalize(words);
    }

    private static String shortened(String reply) {
        var masked = PersonalData.maskForPeople(reply).replaceAll("\\s+", " ").strip();
        return masked.length() <= REPLY_SHOWN ? masked : masked.substring(0, REPLY_SHOWN) + " ...";
    }

    private static String tried(CaseFile file) {
        var answered = file.messages().stream()
                .filter(message -> message.author() == Author.AI || message.author() == Author.PERSON)
                .toList();
        if (answered.isEmpty() && isHandedBack(file)) {
            return "No answer yet";
        }
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

    private static String handedBack(CaseFile file) {
        return isHandedBack(file) ? ".\n\nHanded back to the AI once, which did not solve it" : "";
    }

    private static boolean isHandedBack(CaseFile file) {
        return file.handOvers().stream().anyMatch(HandOver::isHandedBack);
    }

    private static String again(RepeatContact repeat) {
        var topic = repeat.similarity() == Similarity.SAME_TOPIC ? "the same topic" : "a similar topic";
        var days = repeat.after().toDays();
        return ".\n\nContacts us again about %s: %s was answered by %s %s"
                .formatted(
                        topic,
                        repeat.earlierNumber(),
                        repeat.earlierByAi() ? "the AI" : "a person",
                        days == 0 ? "less than a day before" : days == 1 ? "a day before" : days + " days before");
    }

    private static String why(CaseFile file, HandOverReason reason, Findings findings) {
        return switch (reason) {
            case CUSTOMER_ASKED ->
                file.isHandedOverAsComplaint() ? TaskCases.COMPLAINT : "The customer asked for a person";
            case CUSTOMER_WROTE -> "The customer wrote again";
            case NOT_SOLVED -> "The customer said that the answer did not solve it";
            case REOPENED -> "The customer came back after the case was closed";
            case AI_UNAVAILABLE -> "The AI was not available";
            case AI_TOO_SLOW -> "The AI took too long";
            case STUCK -> "Something failed on our side before the customer had an answer";
            case ANSWER_WRONG -> "A reviewer found that the last answer was wrong: put it right with the customer";
            case FOLLOW_UP -> "This is the day to see to it again";
            case GATE ->
                lastOf(file.decisions())
                        .map(decision -> findings.unsure() == null
                                ? decision.reason()
                                : decision.reason() + " " + findings.unsure())
                        .orElse("The AI was not sure enough to answer itself");
        };
    }

    private static String toFollowUp(Reminder reminder) {
        return ".\n\nTo follow up on %s: %s"
                .formatted(DAY.format(reminder.day()), PersonalData.maskForPeople(reminder.note()));
    }

    private static String sources(AiAttempt attempt) {
        return list(attempt.sources().stream().map(source -> source.title() + " (" + source.link() + ")"));
    }

    private static String list(Stream<String> items) {
        return items.map(item -> "- " + item).collect(Collectors.joining("\n"));
    }

    private static String orElse(String text, String nothing) {
        return text.isEmpty() ? nothing : text;
    }

    private static <T> Optional<T> lastOf(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.getLast());
    }
}
