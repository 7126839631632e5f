package org.tandem.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.CommandRun;

@Execution(ExecutionMode.CONCURRENT)
class CheckCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KNOWLEDGE = "src/main/resources/knowledge";

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void ourModelsAndKnowledgeHaveNoErrors() {
        assertThat(check("processes", KNOWLEDGE)).isZero();
        assertThat(said.toString())
                .matches("(?s)(.*\n)?19 models, 2 calendars and \\d+ topics checked, all rules are kept.*\n");
    }

    @Test
    void anErrorIsToldWithFileLineElementAndRemedyAndFails() throws IOException {
        models("answer-customer.form", "\"key\": \"resolutionCode\"", "\"key\": \"resolution code\"");

        assertThat(check(folder.toString(), KNOWLEDGE)).isEqualTo(1);
        assertThat(said.toString())
                .contains("error %s/answer-customer.form:".formatted(folder))
                .contains(
                        ", \"What did you do?\" (Field_ResolutionCode): its key \"resolution code\" is no name of a variable"
                                + " (rule: every file can be read). Use letters")
                .contains("checked, 1 error");
    }

    @Test
    void aMistakeInTheKnowledgeFailsToo() throws IOException {
        Files.writeString(folder.resolve("topic.md"), "no topic");

        assertThat(check("processes", folder.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("error %s/topic.md:1: ".formatted(folder));
    }

    @Test
    void aMistakeInACalendarBesideTheModelsFailsToo() throws IOException {
        models("answer-customer.form", "", "");
        Files.createDirectory(folder.resolve("calendars"));
        Files.writeString(folder.resolve("calendars/norway.yaml"), "zone: Europe/Oslow");

        assertThat(check(folder.toString(), KNOWLEDGE)).isEqualTo(1);
        assertThat(said.toString())
                .contains("error %s/calendars/norway.yaml:1: the zone \"Europe/Oslow\" is not known".formatted(folder));
    }

    @ParameterizedTest
    @CsvSource({"2026-05-40, on 2026-05-40: there is no such day", "2062-05-04, on 2062-05-04 is far from the others"})
    void oneWrongDateInACalendarIsOneError(String wrong, String complaint) throws IOException {
        models("answer-customer.form", "", "");
        calendar("2026-05-04", wrong);

        assertThat(check(folder.toString(), KNOWLEDGE)).isEqualTo(1);
        assertThat(said.toString()).contains(complaint).contains("checked, 1 error");
    }

    @Test
    void holidaysThatRunOutAreAWarning() throws IOException {
        models("answer-customer.form", "", "");
        calendar("(?m)^  20(2[6-9]|[3-9]\\d)-.*\n", "");
        Files.writeString(
                folder.resolve("calendars/united-kingdom.yaml"),
                "  2025-12-25: Christmas Day\n",
                StandardOpenOption.APPEND);

        assertThat(check(folder.toString(), KNOWLEDGE)).isZero();
        assertThat(said.toString())
                .contains("warning %s/calendars/united-kingdom.yaml:1: lacks holidays of 20".formatted(folder));
    }

    private void calendar(String from, String to) throws IOException {
        var calendars = Files.createDirectory(folder.resolve("calendars"));
        Files.copy(Path.of("processes/calendars/sweden.yaml"), calendars.resolve("sweden.yaml"));
        Files.writeString(
                calendars.resolve("united-kingdom.yaml"),
                Files.readString(Path.of("processes/calendars/united-kingdom.yaml"))
                        .replaceAll(from, to));
    }

    @Test
    void aCalendarThatIsNotThereFailsToo() throws IOException {
        models(
                "service-levels.dmn",
                "<text>if market = null then \"united-kingdom\" else market</text>",
                "<text>\"norway\"</text>");

        assertThat(check(folder.toString(), KNOWLEDGE)).isEqualTo(1);
        assertThat(said.toString())
                .contains("answers calendar \"norway\", which is not known")
                .contains("Write one of these: sweden, united-kingdom");
    }

    @ParameterizedTest
    @CsvSource({"\"15 minutes\",\"15 minutes\"", "\"-PT15M\",\"-PT15M\"", "'',nothing"})
    void aServiceLevelThatIsNoDurationFailsToo(String cell, String said) throws IOException {
        models("service-levels.dmn", "<text>\"PT15M\"</text>", "<text>" + cell + "</text>");

        assertThat(check(folder.toString(), KNOWLEDGE)).isEqualTo(1);
        assertThat(this.said.toString()).contains("answers warnAfter " + said + ", which is no duration");
    }

    @Test
    void aWarningDoesNotFail() throws IOException {
        models("collect-feedback.bpmn", "<zeebe:taskDefinition type=\"inquiry.ask-for-rating\" retries=\"5\" />", """
                <zeebe:taskDefinition type="inquiry.ask-for-rating" /><zeebe:taskHeaders><zeebe:header value="x" /></zeebe:taskHeaders>\
                """);

        assertThat(check(folder.toString(), KNOWLEDGE)).isZero();
        assertThat(said.toString()).contains("warning ", "a header without a key or value", "1 warning.");
    }

    @Test
    void whatIsNoFolderOrHasNoModelsIsAWrongArgument() {
        assertThat(check(folder.toString(), KNOWLEDGE)).isEqualTo(2);
        assertThat(check(folder.resolve("missing").toString())).isEqualTo(2);
        assertThat(check("processes", folder.resolve("missing").toString())).isEqualTo(2);
        assertThat(check("--format", "pdf")).isEqualTo(2);
        assertThat(said.toString())
                .contains("There are no .bpmn, .dmn or .form files in")
                .contains("missing is not a folder.");
    }

    @Test
    void jsonHasEverythingThatToolsNeed() throws IOException {
        var json = run(1, "--format=json", brokenForm().toString(), KNOWLEDGE);

        assertThat(json.path("errors").asInt()).isEqualTo(1);
        var finding = json.path("findings").get(0);
        assertThat(finding.path("level").asText()).isEqualTo("error");
        assertThat(finding.path("rule").asText()).isEqualTo("readable");
        assertThat(finding.path("file").asText()).endsWith("/broken.form");
        assertThat(finding.path("line").asInt()).isEqualTo(3);
    }

    @Test
    void sarifIsWhatCodeHostsRead() throws IOException {
        models("answer-customer.form", "\"key\": \"resolutionCode\"", "\"key\": \"resolution code\"");

        var sarif = run(1, "--format=SARIF", folder.toString(), KNOWLEDGE);

        assertThat(sarif.path("version").asText()).isEqualTo("2.1.0");
        assertThat(sarif.path("$schema").asText()).endsWith("sarif-schema-2.1.0.json");
        var run = sarif.path("runs").get(0);
        var driver = run.path("tool").path("driver");
        assertThat(driver.path("name").asText()).isNotBlank();
        var rules = driver.path("rules");
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.path("id").asText()).isNotBlank();
            assertThat(rule.path("shortDescription").path("text").asText()).endsWith(".");
        });
        assertThat(StreamSupport.stream(rules.spliterator(), false)
                        .map(rule -> rule.path("id").asText()))
                .doesNotHaveDuplicates();
        assertThat(run.path("results")).hasSize(1).allSatisfy(result -> {
            assertThat(result.path("ruleId"))
                    .isEqualTo(rules.get(result.path("ruleIndex").asInt()).path("id"));
            assertThat(result.path("level").asText()).isIn("error", "warning");
            assertThat(result.path("message").path("text").asText()).isNotBlank();
            var location = result.path("locations").get(0);
            var physical = location.path("physicalLocation");
            assertThat(URI.create(physical.path("artifactLocation").path("uri").asText())
                            .getPath())
                    .endsWith("/answer-customer.form");
            assertThat(physical.path("region").path("startLine").asInt()).isGreaterThan(100);
            assertThat(location.path("logicalLocations")
                            .get(0)
                            .path("fullyQualifiedName")
                            .asText())
                    .isEqualTo("Field_ResolutionCode");
        });
    }

    @Test
    void withoutErrorsSarifHasNoResults() throws IOException {
        assertThat(run(0, "--format", "sarif", "processes", KNOWLEDGE)
                        .path("runs")
                        .get(0)
                        .path("results"))
                .isEmpty();
    }

    private Path brokenForm() throws IOException {
        Files.writeString(folder.resolve("broken.form"), "{\n  \"id\": \"broken\",\n  \"components\": [}\n");
        return folder;
    }

    private void models(String changed, String text, String by) throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("processes"), "*.{bpmn,dmn,form}")) {
            for (var file : files) {
                var copy = folder.resolve(file.getFileName());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
        var file = folder.resolve(changed);
        Files.writeString(file, Files.readString(file).replace(text, by));
    }

    private JsonNode run(int code, String... arguments) throws IOException {
        assertThat(check(arguments)).isEqualTo(code);
        return JSON.readTree(said.toString());
    }

    private int check(String... arguments) {
        return CommandRun.run(new CheckCommand(), said, said, arguments);
    }
}
