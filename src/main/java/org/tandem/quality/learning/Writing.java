package org.tandem.quality.learning;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Models;
import org.tandem.assistant.knowledge.Article;
import org.tandem.assistant.meaning.Clusters;

/** Makes articles out of what was asked and answered. It chooses and never invents: every sentence was written by somebody. */
@Component
class Writing {

    private static final int MOST_EXAMPLES = 24;
    private static final int OTHER_ANSWERS = 2;
    private static final int LONGEST_TITLE = 80;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s");

    private final Models models;

    Writing(Models models) {
        this.models = models;
    }

    ProposedArticle article(List<Unanswered> inquiries) {
        var questions = typical(inquiries, Unanswered::asked);
        var answers = typical(inquiries, Unanswered::answer);
        var title = questions.isEmpty() ? "" : title(questions.getFirst());
        return new ProposedArticle(
                asked(inquiries),
                title,
                title.isEmpty() ? "" : Article.idFor(title),
                questions.stream().limit(MOST_EXAMPLES).toList(),
                answers.isEmpty() ? "" : answers.getFirst(),
                answers.stream().skip(1).limit(OTHER_ANSWERS).collect(Collectors.joining("\n\n---\n\n")));
    }

    /** Its first sentence, or as much of it as makes a title. */
    static String title(String question) {
        var sentence = SENTENCE_END.split(question.strip(), 2)[0].replaceAll("[.!]+$", "");
        var cut = sentence.length() <= LONGEST_TITLE
                ? sentence
                : sentence.substring(0, Math.max(1, sentence.lastIndexOf(' ', LONGEST_TITLE)));
        return cut.isEmpty() ? "" : cut.substring(0, 1).toUpperCase(Locale.ROOT) + cut.substring(1);
    }

    private List<String> typical(List<Unanswered> inquiries, Function<Unanswered, String> what) {
        var texts = inquiries.stream()
                .map(what)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
        var meanings = texts.stream().map(models::meaning).toList();
        return Clusters.central(IntStream.range(0, texts.size()).boxed().toList(), meanings).stream()
                .map(texts::get)
                .toList();
    }

    private static String asked(List<Unanswered> inquiries) {
        var time = inquiries.stream().map(Unanswered::time).reduce(Duration.ZERO, Duration::plus);
        return "%d inquiries, which people had for %s altogether".formatted(inquiries.size(), inWords(time));
    }

    static String inWords(Duration time) {
        return time.toHours() == 0
                ? time.toMinutes() + " min"
                : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
}
