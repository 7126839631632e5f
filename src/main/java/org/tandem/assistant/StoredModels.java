package org.tandem.assistant;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/** Models that were kept, for those who ask one of them where perhaps no assistant is at work. None of it changes the model in use. */
@Component
@Import(Workshop.class)
@EnableConfigurationProperties(AssistantTraining.Settings.class)
public class StoredModels {

    private final Workshop workshop;

    StoredModels(Workshop workshop) {
        this.workshop = workshop;
    }

    /** A stored model beside the topics of today's knowledge. Any number of threads may ask it. */
    @FunctionalInterface
    public interface Reader {

        /** What it would try if all facts about the customer's account were known; its draft has blanks for them. */
        Attempt attempt(Question question);
    }

    /** The versions that can be used, the newest first. */
    public List<String> versions() {
        return workshop.stored().stream().map(TrainedModels.About::version).toList();
    }

    /** @throws ModelRefused if there is no such model */
    public Reader open(String version) {
        var mind = workshop.mind(workshop.get(version), workshop.knowledge());
        return question -> mind.read(question).supposed();
    }
}
