package org.tandem.quality.automation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Assistant;
import org.tandem.assistant.StoredModels;

/** What there is to open and shut: everything, the topics of the knowledge, the models that are stored, and what was ever met. */
@Component
class KnownSubjects {

    private final Standings standings;
    private final ObjectProvider<Assistant> assistant;
    private final ObjectProvider<StoredModels> models;

    KnownSubjects(Standings standings, ObjectProvider<Assistant> assistant, ObjectProvider<StoredModels> models) {
        this.standings = standings;
        this.assistant = assistant;
        this.models = models;
    }

    /** @throws IllegalArgumentException in words for whoever asked for something else */
    void require(Subject subject) {
        if (!subject.equals(Subject.EVERYTHING)
                && !isInUse(subject)
                && standings.find(subject).isEmpty()) {
            throw new IllegalArgumentException(
                    switch (subject.kind()) {
                        case ALL -> "Everything has no part that is called \"%s\".".formatted(subject.id());
                        case TOPIC ->
                            "There is no topic \"%s\": neither is it in the knowledge, nor was an inquiry ever about it."
                                    .formatted(subject.id());
                        case MODEL ->
                            "There is no model \"%s\": neither is it stored, nor has it ever read an inquiry."
                                    .formatted(subject.id());
                    });
        }
    }

    private boolean isInUse(Subject subject) {
        return switch (subject.kind()) {
            case ALL -> false;
            case TOPIC ->
                assistant.stream()
                        .flatMap(one -> one.topics().stream())
                        .anyMatch(topic -> topic.id().equals(subject.id()));
            case MODEL -> models.stream().anyMatch(stored -> stored.versions().contains(subject.id()));
        };
    }
}
