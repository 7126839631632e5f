package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CaseNumberTest {

    private final Random random = new Random(7);

    @RepeatedTest(20)
    void everyWrongDigitAndEverySwapIsNoticed() {
        var number = CaseNumber.random(random, 2);
        assertThat(number)
                .matches("TA-\\d{4}-\\d{4}")
                .satisfies(it -> assertThat(CaseNumber.isValid(it)).isTrue());

        for (var i = 3; i < number.length(); i++) {
            for (var wrong = '0'; wrong <= '9'; wrong++) {
                var changed = new StringBuilder(number);
                if (number.charAt(i) != '-' && number.charAt(i) != wrong) {
                    changed.setCharAt(i, wrong);
                    assertThat(CaseNumber.isValid(changed.toString()))
                            .as("%s", changed)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aSwapOfNeighboursIsNoticed() {
        var number = CaseNumber.random(random, 2);
        var digits = new StringBuilder(number.replaceAll("\\D", ""));
        for (var i = 0; i < 7; i++) {
            if (digits.charAt(i) != digits.charAt(i + 1)) {
                var swapped = new StringBuilder(digits);
                swapped.setCharAt(i, digits.charAt(i + 1));
                swapped.setCharAt(i + 1, digits.charAt(i));
                assertThat(CaseNumber.isValid("TA-" + swapped.substring(0, 4) + "-" + swapped.substring(4)))
                        .isFalse();
            }
        }
    }

    @Test
    void aLongerNumberHasMoreRoom() {
        assertThat(CaseNumber.random(random, 3)).matches("TA-\\d{4}-\\d{4}-\\d{4}");
    }
}
