package org.tandem.assistant.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the signals of the sample knowledge hear by their phrases, before anything is learned. */
class SamplePhrasesTest {

    private static final Knowledge SAMPLE = Knowledge.read("classpath:/knowledge/", LocalDate.now(ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        distress         | me quiero suicidar                                               | true
        distress         | voy a matarme                                                    | true
        distress         | quero me matar                                                   | true
        distress         | je vais me suicider                                              | true
        distress         | ich werde mich umbringen                                         | true
        distress         | voglio uccidermi                                                 | true
        distress         | this app is killing my battery                                   | false
        asks-for-person  | when is my payment due, and don't give me the chatbot again      | true
        asks-for-person  | hooman pls                                                       | true
        asks-for-person  | please send me the code again                                    | false
        """)
    void areHeardOrNot(String signal, String text, boolean heard) {
        assertThat(Objects.requireNonNull(SAMPLE.signals().get(signal))
                        .phrases()
                        .areIn(text))
                .isEqualTo(heard);
    }
}
