package org.tandem.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RealModelsTest {

    @Test
    void theModelsKeepEveryRule() {
        var violations = new ModelPolicy(Contract.CAPABILITIES).check(Models.inFolder(Path.of("processes")));

        assertThat(violations).isEmpty();
    }
}
