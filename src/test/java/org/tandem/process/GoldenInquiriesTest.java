package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.assistant.Question;
import org.tandem.assistant.SampleAssistant;
import org.tandem.quality.automation.Word;

/**
 * Inquiries and where they have to go, in {@code golden-inquiries.csv}: analysts add a line when something went wrong once. The
 * rule may be left empty. {@code NOT_AI_ANSWER} leaves open whether the person gets a draft, {@code A_DRAFT} who sends it. A customer
 * with a name here is one whose account is known.
 */
@Execution(ExecutionMode.CONCURRENT)
class GoldenInquiriesTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("inquiries")
    void goesWhereItHasTo(String text, String customer, String route, String rule) {
        var question = new Question(List.of(text), null, customer.isEmpty() ? null : customer);
        var attempt = SampleAssistant.trained().attempt(question);
        var inputs = GateInputs.of(attempt, 0, Word.onExamples(attempt));

        var gate = DecisionTables.evaluate(
                "confidence-gate", json.convertValue(inputs, new TypeReference<Map<String, Object>>() {}));

        assertThat(gate.get("route"))
                .as("%s", inputs)
                .isIn(
                        switch (route) {
                            case "NOT_AI_ANSWER" -> List.of("PERSON", "PERSON_WITH_DRAFT");
                            case "A_DRAFT" -> List.of("AI_ANSWER", "PERSON_WITH_DRAFT");
                            default -> List.of(route);
                        });
        if (!rule.isEmpty()) {
            assertThat(gate).as("%s", inputs).containsEntry("rule", rule);
        }
    }

    static Stream<Arguments> inquiries() throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var csv = CSVParser.parse(
                Path.of("src", "test", "resources", "golden-inquiries.csv"), StandardCharsets.UTF_8, format)) {
            return csv.getRecords().stream()
                    .map(row -> Arguments.of(row.get("text"), row.get("customer"), row.get("route"), row.get("rule")));
        }
    }
}
