package org.tandem.assistant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.classifier.Texts;
import org.tandem.assistant.letter.Letter;
import org.tandem.privacy.PersonalData;

/**
 * What the customer wrote so far, oldest message first.
 *
 * @param language as the customer stated it (BCP 47); it wins over a guess from text too short to tell
 * @param customerKey by which {@link AccountFacts} knows the customer; nothing else is made of it
 */
public record Question(
        List<String> messages,
        @Nullable String language,
        @Nullable String customerKey) {

    public Question {
        messages = List.copyOf(messages);
    }

    public Question(List<String> messages, @Nullable String language) {
        this(messages, language, null);
    }

    /** What the assistant reads of it: the bodies of the letters in one line, without personal data; empty when nothing is asked. */
    public String asked() {
        return Text.words(conversation(bodies(letters())));
    }

    List<Letter> letters() {
        return messages.stream()
                .map(PersonalData::mask)
                .filter(Texts::hasWords)
                .map(Letter::of)
                .toList();
    }

    static List<String> bodies(List<Letter> letters) {
        return letters.stream().filter(Letter::saysSomething).map(Letter::body).toList();
    }

    static String conversation(List<String> bodies) {
        return PersonalData.mask(String.join("\n", bodies)); // one number may stand in two messages
    }

    /** Without what the customer wrote, so that it can be logged. */
    @Override
    public String toString() {
        return "Question[%d messages]".formatted(messages.size());
    }
}
