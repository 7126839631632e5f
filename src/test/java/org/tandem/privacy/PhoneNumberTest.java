package org.tandem.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+44 20 7946 0018   | +442079460018 | +44 20 7946 0018",
                "0046 8 123 456 78  | +46812345678  | +46 8 123 456 78",
                " (+1) 202-456-1111 | +12024561111  | +1 202-456-1111",
            })
    void aNumberIsKeptAsMachinesDialItAndShownAsPeopleReadIt(String typed, String dialled, String read) {
        assertThat(PhoneNumber.of(typed)).hasValueSatisfying(number -> {
            assertThat(number.e164()).isEqualTo(dialled);
            assertThat(number.forPeople()).isEqualTo(read);
            assertThat(number.toString()).doesNotContain(dialled);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"020 7946 0018", "+44", "call me", "+999 123 456", "12", "+44 20 7946 0018 9999 1234"})
    void whatCannotBeCalledFromAnywhereIsNone(String typed) {
        assertThat(PhoneNumber.of(typed)).isEmpty();
    }
}
