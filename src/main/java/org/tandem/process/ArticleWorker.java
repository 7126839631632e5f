package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.quality.learning.Articles;

/** The steps of {@code approve-article}: what the editor is shown, what becomes of the decision, and what if there is none. */
@Component
public class ArticleWorker {

    private final Articles articles;
    private final FilledInArticle filledIn;

    ArticleWorker(Articles articles, FilledInArticle filledIn) {
        this.articles = articles;
        this.filledIn = filledIn;
    }

    /** The article as it is proposed: an answer for people until an editor says otherwise. */
    @JobWorker(type = "quality.prepare-article")
    public Prepared prepareArticle(@Variable String gapId) {
        var article = articles.write(UUID.fromString(gapId));
        return new Prepared(
                article.asked(),
                article.otherAnswers(),
                null,
                article.title(),
                article.topic(),
                "routine",
                "off",
                "",
                String.join("\n", article.examples()),
                article.answer(),
                "",
                null);
    }

    /** Whoever completes the task need not have used the form, so everything is looked at again. */
    @JobWorker(type = "quality.decide-article")
    public Decided decideArticle(
            ActivatedJob job,
            @Variable String gapId,
            @Variable(optional = true) @Nullable Object decision,
            @Variable(optional = true) @Nullable Object title,
            @Variable(optional = true) @Nullable Object topicId,
            @Variable(optional = true) @Nullable Object topicClass,
            @Variable(optional = true) @Nullable Object automation,
            @Variable(optional = true) @Nullable Object source,
            @Variable(optional = true) @Nullable Object examples,
            @Variable(optional = true) @Nullable Object answer,
            @Variable(optional = true) @Nullable Object reason) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("decision", decision);
        values.put("title", title);
        values.put("topicId", topicId);
        values.put("topicClass", topicClass);
        values.put("automation", automation);
        values.put("source", source);
        values.put("examples", examples);
        values.put("answer", answer);
        values.put("reason", reason);
        var gap = UUID.fromString(gapId);
        return switch (filledIn.read(job, values)) {
            case FilledInArticle.Returned returned -> Decided.returned(returned.why());
            case FilledInArticle.Refused refused ->
                Decided.of("REFUSED", articles.refuse(gap, refused.reason(), refused.editor()));
            case FilledInArticle.Approved approved -> Decided.of("APPROVED", articles.approve(gap, approved.article()));
        };
    }

    @JobWorker(type = "quality.withdraw-article")
    public void withdrawArticle(@Variable String gapId) {
        articles.withdraw(UUID.fromString(gapId));
    }

    /** What the form shows and the editor may change. */
    public record Prepared(
            String asked,
            String otherAnswers,
            @Nullable String decision,
            String title,
            String topicId,
            String topicClass,
            String automation,
            String source,
            String examples,
            String answer,
            String reason,
            @Nullable String returned) {}

    /**
     * @param result {@code APPROVED}, {@code REFUSED} or {@code RETURNED}
     * @param returned why it comes back to the editor
     */
    public record Decided(String result, @Nullable String returned) {

        static Decided of(String result, List<String> flaws) {
            return flaws.isEmpty() ? new Decided(result, null) : returned(String.join(". ", flaws) + ".");
        }

        static Decided returned(String why) {
            return new Decided("RETURNED", why);
        }
    }
}
