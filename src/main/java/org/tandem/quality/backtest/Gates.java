package org.tandem.quality.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.ModelFiles;
import org.tandem.engine.core.DecisionFile;
import org.tandem.policy.ModelPolicy;
import org.tandem.policy.Violation;

/** Reads gates: the one among the models in use, and proposals in its place, checked together with all other models before they run. */
final class Gates {

    private final ModelsInUse models;
    private final ModelPolicy policy;
    private final Clock clock;

    Gates(ModelsInUse models, ModelPolicy policy, Clock clock) {
        this.models = models;
        this.policy = policy;
        this.clock = clock;
    }

    Gate inUse() {
        return gate(models.now());
    }

    /**
     * @param name of the file, for the sentences
     * @throws GateRefused if it could not be deployed
     */
    Gate proposed(String name, byte[] content) {
        var inUse = models.now();
        var files = new TreeMap<>(inUse.files());
        files.remove(table(inUse).file());
        files.put(name.endsWith(".dmn") ? name : name + ".dmn", content);
        var proposed = inUse.become(files);
        var refusals = policy.check(proposed).stream()
                .filter(Violation::isError)
                .map(Violation::toString)
                .toList();
        if (!refusals.isEmpty()) {
            throw new GateRefused(refusals);
        }
        return gate(proposed);
    }

    private Gate gate(ModelFiles files) {
        var table = table(files);
        var xml = new String(files.files().get(table.file()), UTF_8);
        try {
            return new Gate(xml, new DecisionFile(xml, clock), Alike.of(table, files.library()));
        } catch (IllegalArgumentException e) {
            throw new GateRefused(List.of("The decision table cannot be run: %s.".formatted(e.getMessage())));
        }
    }

    private Decision table(ModelFiles files) {
        var gate = files.library().decisions().get(Gate.DECISION);
        if (gate == null) {
            throw new GateRefused(List.of("There is no decision with the id %s among the models in %s."
                    .formatted(Gate.DECISION, models.location())));
        }
        return gate;
    }
}
