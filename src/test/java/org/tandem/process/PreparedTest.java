package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.bpmn.ModelFiles;
import org.tandem.desk.Brief;
import org.tandem.desk.Standing;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Channel;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.Findings;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;

/** What routing and service levels go by is what is known of the case. */
class PreparedTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    /** The model itself gives what is not prepared: why a person, and what routing said. */
    @Test
    void everythingThatTheTablesAskForIsPrepared() {
        var prepared = Arrays.stream(Prepared.class.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());

        assertThat(prepared).containsAll(without(inputsOf("route-to-person"), "handOverReason"));
        assertThat(prepared).containsAll(without(inputsOf("service-levels"), "queue", "priority"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", useHeadersInDisplayName = true, textBlock = """
            topic,               heard,         said,  complaint, vulnerable
            refund-status,       -,             false, false,     false
            refund-status,       complaint,     false, true,      false
            complaint,           -,             false, true,      false
            refund-status,       -,             true,  true,      false
            refund-status,       vulnerability, false, false,     true
            vulnerable-customer, -,             false, false,     true
            """)
    void aComplaintIsHeardOrTheTopicOrSaid(
            String topic, @Nullable String heard, boolean said, boolean complaint, boolean vulnerable) {
        var prepared = prepared(List.of(attempt(topic, heard == null ? List.of() : List.of(heard))), said);

        assertThat(prepared.complaint()).isEqualTo(complaint);
        assertThat(prepared.vulnerable()).isEqualTo(vulnerable);
    }

    @Test
    void withoutTheAiWhatTheCustomerSaidCountsAllTheSame() {
        var prepared = prepared(List.of(), true);

        assertThat(prepared.complaint()).isTrue();
        assertThat(prepared.topicClass()).isEqualTo("unknown");
        assertThat(prepared.language()).isEqualTo("sv");
        assertThat(prepared.customerTier()).isEqualTo("premium");
        assertThat(prepared.market()).isEqualTo("sweden");
        assertThat(prepared.channel()).isEqualTo("API");
        assertThat(prepared.previousAgent()).isEqualTo("anna");
        assertThat(prepared.repeatContacts()).isEqualTo(2);
    }

    private static Set<String> inputsOf(String decision) {
        var table = ModelFiles.inFolder(Path.of("processes")).files().get(decision + ".dmn");
        return Pattern.compile("<inputExpression[^>]*>\\s*<text>(\\w+)</text>")
                .matcher(new String(table, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> all, String... some) {
        var rest = new TreeSet<>(all);
        assertThat(rest.removeAll(Stream.of(some).toList())).isTrue();
        assertThat(rest).isNotEmpty();
        return rest;
    }

    private static Prepared prepared(List<AiAttempt> attempts, boolean said) {
        var file = new CaseFile(
                new InquiryId(UUID.randomUUID()),
                "TA-1",
                State.WITH_PERSON,
                false,
                "a:2",
                new Customer("Robin", "robin@customer.example"),
                "sv",
                NOW,
                List.of(),
                attempts,
                List.of(),
                List.of(),
                null,
                false,
                2,
                null,
                null,
                Channel.API,
                said);
        return Prepared.of(
                file,
                "a:2",
                mock(Brief.class),
                List.of(),
                "anna",
                "anna",
                new Standing("premium", "sweden"),
                false,
                false);
    }

    private static AiAttempt attempt(String topic, List<String> heard) {
        var findings = new Findings(List.of(), List.of(), heard, null, null, List.of());
        return new AiAttempt(
                "a:1", 1, topic, topic, "routine", 0.2, null, List.of(), "en", true, false, false, "model", "{}",
                findings, NOW);
    }
}
