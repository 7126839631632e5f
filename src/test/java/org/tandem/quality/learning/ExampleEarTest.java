package org.tandem.quality.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.assistant.Examples.Example;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.quality.QualityEvent.AnswerAudited;

/** What audits teach. */
@Execution(ExecutionMode.CONCURRENT)
class ExampleEarTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Inquiries inquiries = mock();
    private final JdbcClient database = LearningDatabase.empty();
    private final LearningSettings settings = new LearningSettings(
            LearningSettings.NEVER,
            LearningSettings.Promote.BY_A_PERSON,
            200,
            100,
            0.95,
            1e-9,
            Duration.ofDays(90),
            0,
            100);
    private final LearnedExamples examples = new LearnedExamples(database, settings, Clock.systemUTC());
    private final ExampleEar ear = new ExampleEar(examples, inquiries);

    @Test
    void aWrongAnswerTeachesWhatTheCustomerAskedAboutOnceAndIsCounted() {
        var audit = audited("where is my parcel", "refund", true, "parcel");

        ear.on(audit);
        ear.on(audit);

        assertThat(examples.all()).containsExactly(new Example("where is my parcel", "parcel"));
        assertThat(new ExampleList(database, settings).count()).isEqualTo(new ExampleList.Count(1, 1, 0));
    }

    @Test
    void aWrongAnswerOfWhichNobodySaysWhatWasAskedTeachesNoTopic() {
        ear.on(audited("where is my parcel", "refund", true, null));

        assertThat(examples.all()).isEmpty();
    }

    @Test
    void aWrongAnswerToWhatIsAboutNoTopicTeachesThat() {
        ear.on(audited("what a lovely day", "refund", true, ""));

        assertThat(examples.all()).containsExactly(new Example("what a lovely day", ""));
    }

    @Test
    void aRightAnswerTeachesItsTopic() {
        ear.on(audited("where is my money", "refund", false, null));

        assertThat(examples.all()).containsExactly(new Example("where is my money", "refund"));
    }

    private AnswerAudited audited(String text, String topic, boolean wrong, @Nullable String asked) {
        var id = InquiryId.next();
        var file = mock(CaseFile.class);
        when(file.number()).thenReturn("TA-1");
        when(file.customer()).thenReturn(new Customer("Ada", "ada@example.org"));
        var message = mock(Message.class);
        when(message.author()).thenReturn(Author.CUSTOMER);
        when(message.text()).thenReturn(text);
        when(file.messages()).thenReturn(List.of(message));
        when(inquiries.get(id)).thenReturn(file);
        return new AnswerAudited(UUID.randomUUID(), NOON, id, id + ":1", topic, "m1", wrong, 0.05, true, asked);
    }
}
