package org.tandem.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tandem.assistant.knowledge.Article;

/** The editors' files that the assistant learns from, for articles that are written elsewhere. */
@Service
public class KnowledgeFolder {

    private static final Logger log = LoggerFactory.getLogger(KnowledgeFolder.class);

    private final AssistantTraining.Settings settings;
    private final AssistantTraining training;

    KnowledgeFolder(AssistantTraining.Settings settings, AssistantTraining training) {
        this.settings = settings;
        this.training = training;
    }

    /** What keeps the article from being a topic of the knowledge, in sentences. */
    public List<String> flaws(Article article) {
        return article.flaws(settings.knowledge());
    }

    /**
     * Adds the article to the knowledge and lets the assistant learn it in the background. Repeating it changes nothing.
     *
     * @return false if the knowledge is not in a folder that can be written to
     */
    public boolean publish(Article article) {
        try {
            var published = article.publish(settings.knowledge());
            if (published) {
                log.info("The knowledge has a new topic, {}", article.id());
                training.start();
            }
            return published;
        } catch (IOException e) {
            throw new UncheckedIOException("The article %s cannot be written".formatted(article.id()), e);
        }
    }
}
