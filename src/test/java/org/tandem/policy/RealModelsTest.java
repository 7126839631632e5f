package org.tandem.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tandem.bpmn.ModelFiles;

class RealModelsTest {

    @Test
    void theModelsKeepEveryRule() {
        var violations = new ModelPolicy(Contract.CAPABILITIES).check(ModelFiles.inFolder(Path.of("processes")));

        assertThat(violations).isEmpty();
    }
}
