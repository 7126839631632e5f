package org.tandem.desk.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.EarlierCase;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.Moments;
import org.tandem.inquiry.Source;
import org.tandem.privacy.PersonalData;

/**
 * The case beside the form: the conversation, the brief and what else there was with this customer. What pays or identifies is masked as
 * in the brief.
 */
record CaseView(
        String number,
        String customer,
        String state,
        List<Said> messages,
        List<Told> brief,
        @Nullable DraftView draft,
        List<Earlier> earlier) {

    /** What of the brief is told beside the form, the most important first. */
    private static final Map<String, String> BRIEF = ordered(
            "why", "Why a person",
            "wants", "What the customer wants",
            "feeling", "How the customer feels",
            "facts", "What is known of the account",
            "tried", "What was tried",
            "similar", "How similar cases were solved");

    record Said(String id, String kind, String who, String text, String at, String atInWords, List<Source> sources) {}

    record Told(String what, String text) {}

    record Earlier(String number, String state, String topic, String at, String atInWords) {}

    static CaseView of(CaseFile file, @Nullable JsonNode brief, List<EarlierCase> earlier, ZoneId zone) {
        return new CaseView(
                file.number(),
                file.customer().name(),
                InWords.state(file.state()),
                file.messages().stream()
                        .map(message -> said(message, file.customer().name(), zone))
                        .toList(),
                brief == null ? List.of() : told(brief),
                DraftView.of(file, zone).orElse(null),
                earlier.stream().map(other -> earlier(other, zone)).toList());
    }

    private static Said said(Message message, String customer, ZoneId zone) {
        return new Said(
                message.id().toString(),
                message.author().name().toLowerCase(Locale.ROOT),
                who(message.author(), customer),
                PersonalData.maskForPeople(message.text()),
                message.at().toString(),
                Moments.shortly(message.at(), zone),
                message.sources().stream()
                        .filter(source -> source.link().startsWith("https://"))
                        .toList());
    }

    private static String who(Author author, String customer) {
        return switch (author) {
            case CUSTOMER -> customer;
            case AI -> "AI assistant";
            case PERSON -> "Agent";
            case SYSTEM -> "Tandem";
        };
    }

    private static List<Told> told(JsonNode brief) {
        return BRIEF.entrySet().stream()
                .filter(part -> brief.path(part.getKey()).isTextual())
                .map(part -> new Told(part.getValue(), brief.path(part.getKey()).textValue()))
                .toList();
    }

    private static Earlier earlier(EarlierCase other, ZoneId zone) {
        return new Earlier(
                other.number(),
                InWords.state(other.state()),
                Stream.ofNullable(other.topicTitle()).findFirst().orElse("Topic not recognised"),
                other.receivedAt().toString(),
                Moments.shortly(other.receivedAt(), zone));
    }

    private static Map<String, String> ordered(String... pairs) {
        var all = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }
}
