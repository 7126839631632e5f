package org.tandem.assistant.knowledge;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tandem.privacy.TidyText;

/**
 * What the topic of a category is called: its id, which is the name of its file, and its title. Letters that cannot be in an id are
 * stood for by a code, so that two categories never become one because of them.
 */
record TopicName(String category, String id) {

    private static final int LONGEST = 80;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}\\p{N}&&[^a-z0-9]]");
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i");
    private static final Pattern NO_FILES = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    static TopicName of(String label) {
        var category = TidyText.line(label);
        var plain = ACCENTS.matcher(Normalizer.normalize(category, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (var letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        var id = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (FOREIGN.matcher(plain).find() || id.isEmpty() || id.length() > LONGEST) {
            var beginning = id.isEmpty() ? "topic" : id.substring(0, Math.min(id.length(), LONGEST - 9));
            id = "%s-%08x".formatted(beginning, comparable(category).hashCode());
        }
        return new TopicName(category, id);
    }

    String title() {
        var title = category.equals(id) ? id.replace('-', ' ') : category;
        return title.substring(0, title.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + title.substring(title.offsetByCodePoints(0, 1));
    }

    /** Why there can be no such topic. */
    Optional<String> problem() {
        if (TidyText.isBlank(category)) {
            return Optional.of("a category has no letters that can be seen. Give it a name");
        }
        if (KnowledgeReader.NO_TOPICS.contains(id + ".md")) {
            return Optional.of(
                    "the category \"%s\" cannot be a topic: %s.md has a meaning of its own. Call it otherwise"
                            .formatted(category, id));
        }
        return NO_FILES.matcher(id).matches()
                ? Optional.of(
                        "the category \"%s\" cannot be a topic: Windows has no files of the name %s. Call it otherwise"
                                .formatted(category, id))
                : Optional.empty();
    }

    /** Whether two categories differ in nothing but how they are written. */
    boolean isWrittenLike(TopicName other) {
        return comparable(category).equals(comparable(other.category));
    }

    private static String comparable(String category) {
        return category.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\p{Pd}]+", " ")
                .strip();
    }
}
