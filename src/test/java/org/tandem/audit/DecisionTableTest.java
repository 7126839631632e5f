package org.tandem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DecisionTableTest {

    @Test
    void theConfidenceGateReadsAsItIsDrawn() throws IOException {
        var table = DecisionTable.read(Files.readString(Path.of("processes/confidence-gate.dmn")), "confidence-gate")
                .orElseThrow();

        assertThat(table.inputs()).startsWith("Customer asked for a person", "Class of the topic");
        assertThat(table.outputs()).containsExactly("Who answers", "Reason (for the audit)", "Rule");
        assertThat(table.rows().getFirst()).satisfies(first -> {
            assertThat(first.id()).isEqualTo("Rule_CustomerAsked");
            assertThat(first.inputs()).hasSameSizeAs(table.inputs()).startsWith("true", "");
            assertThat(first.outputs()).hasSize(3);
            assertThat(first.why()).startsWith("A person is always reachable.");
        });
    }

    @Test
    void whatIsNoTableOrCannotBeReadIsNone() {
        assertThat(DecisionTable.read("<definitions/>", "x")).isEmpty();
        assertThat(DecisionTable.read("not xml", "x")).isEmpty();
        assertThat(DecisionTable.read("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>", "x"))
                .isEmpty();
    }
}
