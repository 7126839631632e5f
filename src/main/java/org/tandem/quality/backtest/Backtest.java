package org.tandem.quality.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.tandem.assistant.ModelRefused;
import org.tandem.assistant.StoredModels;
import org.tandem.assistant.classifier.Progress;
import org.tandem.policy.ModelPolicy;

/** Decides again, by a proposed gate and on a proposed model, what was decided before. It changes nothing and keeps nothing. */
@Service
public class Backtest {

    private static final int AT_ONCE = 1_000;

    private final History history;
    private final Labels labels;
    private final HandlingTime handlingTime;
    private final CustomerTexts texts;
    private final ObjectProvider<StoredModels> models;
    private final ObjectProvider<ModelPolicy> policy;
    private final Clock clock;
    private final ModelsInUse processes;

    Backtest(
            History history,
            Labels labels,
            HandlingTime handlingTime,
            CustomerTexts texts,
            ObjectProvider<StoredModels> models,
            ObjectProvider<ModelPolicy> policy,
            Clock clock,
            @Value("${tandem.process.models:classpath:/processes/}") String location) {
        this.history = history;
        this.labels = labels;
        this.handlingTime = handlingTime;
        this.texts = texts;
        this.models = models;
        this.policy = policy;
        this.clock = clock;
        this.processes = new ModelsInUse(location);
    }

    /**
     * What is to be compared with what was decided.
     *
     * @param gate another confidence gate; null for the one in use
     * @param tolerances other tolerances, by the class of topics
     * @param model version of another model; null for what the models made of the inquiries then
     * @param mostReread so many inquiries are read again with it
     * @param asIfOpen as if automation had been open for all topics
     */
    public record Proposal(
            @Nullable GateFile gate,
            Map<String, Double> tolerances,
            @Nullable String model,
            int mostReread,
            boolean asIfOpen) {}

    /** @param name for the sentences about it */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record GateFile(String name, byte[] content) {}

    /** The versions of the models that may be tried, the newest first. */
    public List<String> modelVersions() {
        var stored = models.getIfAvailable();
        return stored == null ? List.of() : stored.versions();
    }

    /** The tolerances of the gate in use, by the class of topics. */
    public Map<String, Double> tolerances() {
        return Tolerances.in(gates().inUse().xml());
    }

    /**
     * The DMN that a proposal comes to, for the analyst who deploys it.
     *
     * @throws GateRefused if it could not be deployed
     * @throws IllegalArgumentException if it has a tolerance for a class without one, or one that is none
     */
    public String dmn(Proposal proposal) {
        return gate(proposal).xml();
    }

    /**
     * @throws GateRefused if the gate could not be deployed
     * @throws IllegalArgumentException if a class or a tolerance is none
     * @throws ModelRefused if there is no such model
     */
    public Comparison compare(Proposal proposal, Period period, Progress progress) {
        var gate = gate(proposal);
        if (proposal.model() == null) {
            return compare(new Replay(gate, labels, null, proposal.asIfOpen()), period, progress);
        }
        var model = models.getObject().open(proposal.model());
        var rereading = new Rereading(model, texts, proposal.mostReread());
        return compare(new Replay(gate, labels, rereading, proposal.asIfOpen()), period, progress);
    }

    private Comparison compare(Replay replay, Period period, Progress progress) {
        int all = history.count(period);
        var waiting = new ArrayList<PastDecision>(AT_ONCE);
        history.read(period, decision -> {
            waiting.add(decision);
            if (waiting.size() == AT_ONCE) {
                replay.play(List.copyOf(waiting));
                waiting.clear();
                progress.report("Deciding again", replay.decisions(), all);
            }
        });
        replay.play(waiting);
        progress.report("Deciding again", all, all);
        return replay.comparison(period, handlingTime.median(period));
    }

    private Gate gate(Proposal proposal) {
        var gates = gates();
        var file = proposal.gate();
        var gate = file == null ? gates.inUse() : gates.proposed(file.name(), file.content());
        return proposal.tolerances().isEmpty()
                ? gate
                : gates.proposed(
                        file == null ? "confidence-gate.dmn" : file.name(),
                        Tolerances.changed(gate.xml(), proposal.tolerances()).getBytes(UTF_8));
    }

    private Gates gates() {
        return new Gates(processes, policy.getObject(), clock);
    }
}
