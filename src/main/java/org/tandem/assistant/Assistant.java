package org.tandem.assistant;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Tries to answer what a customer wrote. Safe to call from many threads; until its model is there every attempt is refused with
 * {@link AssistantNotReady}, and if the model cannot be had with {@link AssistantUnavailable} so that a person gets the case.
 */
@Service
public class Assistant {

    private final Answering answering;
    private volatile @Nullable Mind mind;
    private volatile TrainedModels.@Nullable About inUse;
    private volatile Readiness readiness = new Readiness.Preparing("Reading the knowledge");

    @Autowired
    Assistant(Answering answering) {
        this.answering = answering;
    }

    /** One that knows nothing of customers' accounts. */
    Assistant() {
        this(new Answering(AccountFacts.NONE));
    }

    /** Never fails on what the customer wrote, however odd: what cannot be understood is {@link Attempt.Unsure}. */
    public Attempt attempt(Question question) {
        var loaded = mind;
        if (loaded == null) {
            throw switch (readiness) {
                case Readiness.Failed failed -> new AssistantUnavailable(failed.why());
                case Readiness.SwitchedOff off -> new AssistantUnavailable("It is switched off");
                case Readiness.Preparing preparing -> new AssistantNotReady(preparing.step());
                case Readiness.Ready ready -> new AssistantNotReady("changing its model");
            };
        }
        return answering.answer(loaded.read(question), question.customerKey());
    }

    /** What another model would try in the place of the one in use. */
    Attempt attempt(Question question, Mind other) {
        return answering.plainly().answer(other.read(question), question.customerKey());
    }

    /** The topics of the knowledge in use, by title; none as long as it cannot answer. */
    public List<TopicTitle> topics() {
        var loaded = mind;
        return loaded == null ? List.of() : loaded.topics();
    }

    public Readiness readiness() {
        return readiness;
    }

    Optional<String> modelVersion() {
        return Optional.ofNullable(inUse).map(TrainedModels.About::version);
    }

    /** What the model in use rests on. */
    Optional<String> promise() {
        return Optional.ofNullable(inUse).map(TrainedModels.About::promise);
    }

    void prepare(String step) {
        readiness = readiness instanceof Readiness.Ready ready
                ? new Readiness.Ready(ready.modelVersion(), step)
                : new Readiness.Preparing(step);
    }

    void use(Mind loaded, TrainedModels.About about) {
        mind = loaded;
        inUse = about;
        readiness = new Readiness.Ready(about.version(), "");
    }

    /** A failure leaves a model that already works in use. */
    void fail(String why) {
        readiness = new Readiness.Failed(why);
    }

    void switchOff() {
        readiness = new Readiness.SwitchedOff();
    }

    /** A trained model at work. */
    interface Mind {
        Reading read(Question question);

        List<TopicTitle> topics();
    }
}
