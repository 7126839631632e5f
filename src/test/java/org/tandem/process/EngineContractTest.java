package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tandem.bpmn.ModelFiles;
import org.tandem.policy.ModelPolicy;

/** The models against the code, without an engine. */
class EngineContractTest {

    private final ModelFiles models = ModelFiles.inFolder(Path.of("processes"));

    @Test
    void theModelsKeepEveryRuleWithTheWorkersAndMessagesThereAre() {
        assertThat(new ModelPolicy(EngineContract.capabilities()).check(models)).isEmpty();
    }

    @Test
    void everyWorkerHasATaskAndEveryMessageAListener() {
        var text = models.files().values().stream()
                .map(file -> new String(file, StandardCharsets.UTF_8))
                .collect(Collectors.joining());

        assertThat(EngineContract.capabilities().workers().keySet())
                .allSatisfy(type -> assertThat(text).contains("type=\"" + type + "\""));
        assertThat(EngineContract.capabilities().messages().keySet())
                .allSatisfy(name -> assertThat(text).contains("name=\"" + name + "\""));
    }
}
