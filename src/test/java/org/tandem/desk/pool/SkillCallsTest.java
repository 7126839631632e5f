package org.tandem.desk.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.testing.AtOnce.atOnce;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SkillCallsTest {

    @ParameterizedTest
    @EnumSource
    void aCallEndsByItselfAndTheLastOneCounts(PoolDatabase kind) {
        var pool = new Pool(kind);
        pool.agent("anna", "payments", 2);
        pool.availability.become("anna", false);

        pool.calls.call("lea", "payments", 30);
        pool.calls.call("bo", "payments", 60);

        assertThat(pool.calls.openFor("anna")).extracting(SkillCall::calledBy).containsExactly("bo");
        pool.clock.pass(Duration.ofMinutes(59));
        assertThat(pool.calls.openFor("anna")).hasSize(1);
        pool.clock.pass(Duration.ofMinutes(1));
        assertThat(pool.calls.openFor("anna")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ofLeadsWhoCallAtOnceEachIsHeard(PoolDatabase kind) throws Exception {
        var pool = new Pool(kind);

        atOnce(8, number -> {
                    pool.calls.call("lead-" + number, "care", 30);
                    return true;
                })
                .forEach(called -> assertThat(called).isTrue());

        assertThat(pool.calls.open()).hasSize(1);
    }
}
