package org.tandem.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.springframework.stereotype.Component;
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
    public Deployed asDeployed() {
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
        return (attempt, repeatContacts, word) -> answers(gate, GateInputs.of(attempt, repeatContacts, word));
    }

    private boolean answers(ParsedDmn gate, GateInputs inputs) {
        var result = dmn.eval(gate, GATE, json.convertValue(inputs, new TypeReference<Map<String, Object>>() {}));
        if (result.isLeft()) {
            throw new IllegalStateException("The confidence gate cannot be evaluated: "
                    + result.swap().toOption().get());
        }
        return result.toOption().get().value() instanceof scala.collection.Map<?, ?> decided
                && "AI_ANSWER".equals(CollectionConverters.asJava(decided).get("route"));
    }
}
