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
        complaint        | Hej, jag vill lämna ett klagomål på er kundtjänst                | true
        complaint        | Jag vill klaga på hur mitt ärende har hanterats                  | true
        complaint        | Var är min återbetalning? Er service är den sämsta kundservice jag varit med om | true
        complaint        | Vi är mycket missnöjda med ert bemötande                         | true
        complaint        | jag kräver en skriftlig ursäkt                                   | true
        complaint        | Detta är ett formellt klagomål                                   | true
        complaint        | Om det inte löser sig anmäler jag er till ARN                    | true
        complaint        | Om det inte löser sig kommer jag att anmäla er till ARN          | true
        complaint        | Jag har lämnat ett klagomål till butiken, när får jag pengarna   | false
        complaint        | Jag vill klaga hos butiken, hur gör jag                          | false
        complaint        | Hur gör jag en reklamation av skorna                             | false
        complaint        | Butiken hade usel service, hur returnerar jag jackan             | false
        complaint        | Jag har inget att klaga på, tack för hjälpen                     | false
        complaint        | Jag är missnöjd med färgen, hur gör jag en retur                 | false
        complaint        | Säljaren vägrar svara, vad gör jag nu                            | false
        complaint        | Hur anmäler jag ett förlorat kort                                | false
        complaint        | Jag vill ändra min adress                                        | false
        """)
    void areHeardOrNot(String signal, String text, boolean heard) {
        assertThat(Objects.requireNonNull(SAMPLE.signals().get(signal))
                        .phrases()
                        .areIn(text))
                .isEqualTo(heard);
    }
}
