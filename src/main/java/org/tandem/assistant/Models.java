package org.tandem.assistant;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** The assistant's models, for those who decide which is used. Nothing here puts a model in use but {@link #use}. */
@Service("assistantModels") // models are also what is deployed
public class Models {

    private final Assistant assistant;
    private final AssistantTraining training;
    private final Workshop workshop;
    private final ModelsInUse inUse;

    @Autowired
    Models(Assistant assistant, AssistantTraining training, Workshop workshop, ObjectProvider<ModelsInUse> inUse) {
        this(assistant, training, workshop, inUse.getIfAvailable(() -> ModelsInUse.FORGETFUL));
    }

    Models(Assistant assistant, AssistantTraining training, Workshop workshop, ModelsInUse inUse) {
        this.assistant = assistant;
        this.training = training;
        this.workshop = workshop;
        this.inUse = inUse;
    }

    /** Those that can be used, the newest first. */
    public List<StoredModel> stored() {
        return workshop.stored().stream().map(StoredModel::of).toList();
    }

    /** The version that answers now. */
    public Optional<String> inUse() {
        return assistant.modelVersion();
    }

    /** What the promise of the model that answers now rests on, in a sentence without a full stop. */
    public Optional<String> promise() {
        return assistant.promise();
    }

    /** The version that the configuration insists on, if it does. */
    public Optional<String> pinned() {
        return training.pinnedVersion();
    }

    /**
     * Learns a model from the knowledge, all {@link Examples} and {@link Traffic} there are, keeps it, and leaves the one in use as it is. Takes as long
     * as it takes. Nothing if a stored model was learned from just the same.
     *
     * @param step is told what is being done
     */
    public Optional<StoredModel> learn(Consumer<String> step) {
        var taught = workshop.toLearn(workshop.knowledge());
        var isKnown =
                workshop.stored().stream().anyMatch(about -> about.fingerprint().equals(taught.fingerprint()));
        return isKnown
                ? Optional.empty()
                : Optional.of(StoredModel.of(
                        workshop.learn(taught, inUse.lately(), step).about()));
    }

    /**
     * @param outsideShare which share of all inquiries its guaranteed risks take to be about none of the topics, in [0, 1)
     * @throws ModelRefused if there is no such model
     */
    public StoredModels.Reader open(String version, double outsideShare) {
        var knowledge = workshop.knowledge();
        var mind = workshop.mind(workshop.get(version).expectingOutside(outsideShare, knowledge), knowledge);
        return question -> mind.read(question).supposed();
    }

    /**
     * A model that tries what the one in use tries, with what is known of the customer, and is heard by nobody.
     *
     * @throws ModelRefused if there is no such model
     */
    public StoredModels.Reader silently(String version) {
        var mind = workshop.mind(workshop.get(version), workshop.knowledge());
        return question -> assistant.attempt(question, mind);
    }

    /**
     * Answers with this model from now on.
     *
     * @return it, and what has to stay as it is for it to be used after a restart too
     * @throws ModelRefused if there is no such model, the configuration insists on another, or one is being prepared
     */
    public ModelsInUse.InUse use(String version) {
        return training.use(version);
    }

    /** What a text means, as a vector of length one. */
    public float[] meaning(String text) {
        return workshop.embedder().embed(text);
    }
}
