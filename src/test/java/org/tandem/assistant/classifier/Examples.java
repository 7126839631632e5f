package org.tandem.assistant.classifier;

import java.util.ArrayList;
import java.util.List;

/** Small made-up inquiries that a classifier can learn in a blink. */
public final class Examples {

    private static final List<List<String>> TOPICS = List.of(
            List.of("card", "lost", "stolen", "block", "wallet", "pocket"),
            List.of("refund", "money back", "return", "parcel", "shop", "shoes"),
            List.of("password", "login", "locked out", "reset", "account", "code"),
            List.of("due date", "pay later", "extend", "instalment", "month", "salary"));
    private static final List<String> NAMES = List.of("card", "refund", "password", "due-date");
    private static final List<String> FORMS = List.of(
            "please help with %s and %s",
            "why is my %s like that, I mean the %s",
            "what about %s or %s today",
            "I have a question on %s, the %s thing",
            "%s problem, %s too");

    private Examples() {}

    /** @return 4 topics with 30 different examples each */
    public static List<Labelled> all() {
        var examples = new ArrayList<Labelled>();
        for (int topic = 0; topic < TOPICS.size(); topic++) {
            var words = TOPICS.get(topic);
            for (int i = 0; i < 30; i++) {
                var form = FORMS.get(i % FORMS.size());
                examples.add(new Labelled(
                        form.formatted(words.get(i / FORMS.size()), words.get((i / FORMS.size() + 1 + i % 3) % 6)),
                        NAMES.get(topic)));
            }
        }
        return examples;
    }

    /** A text's letters thrown into a few dimensions: crude, but the same for the same text and quick. */
    public static final class LetterEmbedder implements Embedder {

        static final int DIMENSIONS = 64;

        @Override
        public float[] embed(String text) {
            var vector = new float[DIMENSIONS];
            for (var word : Terms.of(text).words()) {
                vector[Math.floorMod(word.hashCode() * 31, DIMENSIONS)] += 1;
            }
            vector[0] += 0.1f;
            return Vectors.normalize(vector);
        }
    }
}
