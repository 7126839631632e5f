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

    private final String location;
    private final ModelPolicy policy;
    private final Clock clock;

    /** @param location of the models in use, as {@link ModelFiles#read} takes it */
    Gates(String location, ModelPolicy policy, Clock clock) {
        this.location = location;
        this.policy = policy;
        this.clock = clock;
    }

    Gate inUse() {
        return gate(ModelFiles.of(ModelFiles.read(location)));
    }

    /**
     * @param name of the file, for the sentences
     * @throws GateRefused if it could not be deployed
     */
    Gate proposed(String name, byte[] content) {
        var models = ModelFiles.of(ModelFiles.read(location));
        var files = new TreeMap<>(models.files());
        files.remove(table(models).file());
        files.put(name.endsWith(".dmn") ? name : name + ".dmn", content);
        var proposed = ModelFiles.of(files);
        var refusals = policy.check(proposed).stream()
                .filter(Violation::isError)
                .map(Violation::toString)
                .toList();
        if (!refusals.isEmpty()) {
            throw new GateRefused(refusals);
        }
        return gate(proposed);
    }

    private Gate gate(ModelFiles models) {
        var table = table(models);
        var xml = new String(models.files().get(table.file()), UTF_8);
        try {
            return new Gate(xml, new DecisionFile(xml, clock), Alike.of(table, models.library()));
        } catch (IllegalArgumentException e) {
            throw new GateRefused(List.of("The decision table cannot be run: %s.".formatted(e.getMessage())));
        }
    }

    private Decision table(ModelFiles models) {
        var gate = models.library().decisions().get(Gate.DECISION);
        if (gate == null) {
            throw new GateRefused(List.of(
                    "There is no decision with the id %s among the models in %s.".formatted(Gate.DECISION, location)));
        }
        return gate;
    }
}
