package org.tandem.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "help", "--help", "evalute"})
    void aWordIsACommandEvenIfMisspelled(String argument) {
        assertThat(Commands.isOne(argument)).isTrue();
    }

    @Test
    void theApplicationStartsWithItsOwnOptionsOrNone() {
        assertThat(Commands.isOne()).isFalse();
        assertThat(Commands.isOne("--tandem.engine.mode=external")).isFalse();
    }

    @Test
    void anUnknownCommandIsRefused() {
        assertThat(Commands.run("evalute")).isEqualTo(2);
    }
}
