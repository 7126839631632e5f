package org.tandem.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Attempt;
import org.tandem.quality.automation.Word;
import org.tandem.quality.learning.Gate;
import scala.jdk.javaapi.CollectionConverters;

/** The decision {@code confidence-gate} of the models that this application deploys, asked outside of any process. */
@Component
class DeployedGate implements Gate {

    private static final String GATE = "confidence-gate";

    private final ModelSource models;
    private final ObjectMapper json;
    private final DmnEngine dmn = new DmnEngine.Builder().build();

    DeployedGate(ModelSource models, ObjectMapper json) {
        this.models = models;
        this.json = json;
    }

    @Override
    public Predicate<Attempt> asDeployed() {
        var file = models.checked().files().get(GATE + ".dmn");
        if (file == null) {
            throw new IllegalStateException("There is no file %s.dmn among the models".formatted(GATE));
        }
        var read = dmn.parse(new ByteArrayInputStream(file));
        if (read.isLeft()) {
            throw new IllegalStateException("The confidence gate cannot be read: "
                    + read.swap().toOption().get());
        }
        var gate = read.toOption().get();
        return attempt -> answers(gate, attempt);
    }

    private boolean answers(ParsedDmn gate, Attempt attempt) {
        var inputs = json.convertValue(
                GateInputs.of(attempt, 0, Word.onExamples(attempt)), new TypeReference<Map<String, Object>>() {});
        var result = dmn.eval(gate, GATE, inputs);
        if (result.isLeft()) {
            throw new IllegalStateException("The confidence gate cannot be evaluated: "
                    + result.swap().toOption().get());
        }
        return result.toOption().get().value() instanceof scala.collection.Map<?, ?> decided
                && "AI_ANSWER".equals(CollectionConverters.asJava(decided).get("route"));
    }
}
