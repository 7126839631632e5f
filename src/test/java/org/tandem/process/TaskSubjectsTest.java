package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.client.api.search.response.Variable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskSubjectsTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "anna"           | anna
            ["anna", "rita"] | anna rita
            []               | ``
            null             | ``
            """)
    void whoMustNotDoATaskIsOnePersonOrSeveral(String value, String names) {
        Variable variable = mock();
        when(variable.getName()).thenReturn("notFor");
        when(variable.getValue()).thenReturn(value);
        when(variable.getProcessInstanceKey()).thenReturn(7L);

        var subjects = TaskSubjects.of(Stream.of(7L), instances -> List.of(variable));

        assertThat(subjects.of(7).notFor())
                .containsExactlyInAnyOrder(names.isEmpty() ? new String[0] : names.split(" "));
    }
}
