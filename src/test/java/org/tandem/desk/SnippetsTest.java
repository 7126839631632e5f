package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;

class SnippetsTest {

    @Test
    void thoseThatComeWithItAreInOrder() {
        assertThatCode(() -> new Snippets(new ClassPathResource("snippets.yaml")))
                .doesNotThrowAnyException();
    }

    @Test
    void aLineBreakAtTheEndIsKept() {
        var file = mock(CaseFile.class);
        when(file.customer()).thenReturn(new Customer("Robin Example", "robin@customer.example"));
        when(file.number()).thenReturn("TA-0000-0000");

        assertThat(new Snippets(new ClassPathResource("snippets.yaml")).of(file))
                .containsEntry("hello", "Dear Robin,\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello: Dear customer        | The snippet \"Hello\" in Byte array resource [the file] needs a name of",
                "hello: 'Dear {lastName}'    | has {lastName}, which nothing fills in: there are {firstName} and",
                "hello: [1, 2]               | needs a text of 1 to 4,000 characters",
                "hello: ' '                  | needs a text of 1 to 4,000 characters",
            })
    void aFileWithAMistakeIsRefusedWithTheNameOfTheSnippet(String yaml, String why) {
        assertThatThrownBy(() -> new Snippets(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "the file")))
                .hasMessageContaining(why);
    }
}
