package org.tandem.process;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.quality.learning.Articles;

/** An article about a gap of the knowledge, from the proposal to what an editor makes of it. The knowledge cannot be written to here. */
class ArticlesApprovedTest extends Journey {

    private static final UUID GAP = UUID.fromString("7c3b8f0e-3f4e-4a53-9c55-0d9c4f4f6a01");

    @Autowired
    Articles articles;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void aGapIsProposed() {
        var now = Timestamp.from(Instant.parse("2026-03-02T12:00:00Z"));
        database.sql("""
                        insert into knowledge_gap (id, state, title, found_at, changed_at, changed_by, reason, published)
                        values (?, 'FOUND', 'Do you plant trees?', ?, ?, 'Tandem', '', false)
                        """).params(GAP, now, now).update();
        IntStream.range(0, 5)
                .forEach(i -> database.sql("""
                        insert into unanswered_inquiry (inquiry_id, inquiry_number, asked, answer, minutes, answered_at, gap_id)
                        values (?, ?, ?, ?, 10, ?, ?)
                        """)
                        .params(
                                UUID.randomUUID(),
                                "C-" + i,
                                "do you plant trees, part " + i,
                                "Yes, one for each order.",
                                now,
                                GAP)
                        .update());
        articles.propose(GAP, "lena");
    }

    @AfterEach
    void forget() {
        database.sql("delete from unanswered_inquiry where gap_id = ?")
                .param(GAP)
                .update();
        database.sql("delete from knowledge_gap where id = ?").param(GAP).update();
    }

    @Test
    void anEditorApprovesWhatAgentsAnsweredWithChanges() {
        var task = theTask();
        theProcess()
                .hasVariable("answer", "Yes, one for each order.")
                .hasVariableSatisfies(
                        "examples",
                        String.class,
                        examples -> Assertions.assertThat(examples).contains("do you plant trees, part 3"));
        Assertions.assertThat(task.getCandidateGroups()).containsExactly("editors", "team-leads");

        completes(task, "lena", approval(Map.of("answer", "Yes: one for each order over 50 EUR.")));

        theProcess().isCompleted().hasCompletedElements("Event_ArticleApproved");
        Assertions.assertThat(gap("state")).isEqualTo("APPROVED");
        Assertions.assertThat(gap("file"))
                .contains("id: planting-trees", "owner: \"lena\"", "Yes: one for each order over 50 EUR.");
    }

    @Test
    void anEditorRefusesWithAReason() {
        completes(theTask(), "lena", Map.of("decision", "refuse", "reason", "We stopped that"));

        theProcess().isCompleted().hasCompletedElements("Event_ArticleRefused");
        Assertions.assertThat(gap("state")).isEqualTo("REFUSED");
        Assertions.assertThat(gap("reason")).isEqualTo("We stopped that");
    }

    @Test
    void whatWouldNotPassTheCheckComesBackWithTheReasonAndAsItWasWritten() {
        var first = theTask();
        completes(first, "lena", approval(Map.of("examples", "only one", "title", "Of trees")));

        var second = theTaskAfter(first);
        theProcess()
                .hasVariableSatisfies(
                        "returned",
                        String.class,
                        why -> Assertions.assertThat(why).contains("there are 1 examples, at least 5 are needed"))
                .hasVariable("title", "Of trees");
        completes(second, "lena", approval(Map.of()));

        theProcess().isCompleted().hasCompletedElements("Event_ArticleApproved");
    }

    @Test
    void whoCompletesTheTaskPastTheFormGetsItBack() {
        var first = theTask();
        completes(first, "lena", Map.of("decision", 7));

        completes(theTaskAfter(first), "lena", Map.of("decision", "refuse", "reason", "No"));

        theProcess().isCompleted().hasCompletedElements("Event_ArticleRefused");
    }

    @Test
    void aProposalThatNobodyDecidesIsWithdrawnAfterAMonth() {
        theTask();

        timePasses(Duration.ofDays(30).plusMinutes(1));

        theProcess().isCompleted().hasCompletedElements("Event_ProposalWithdrawn");
        Assertions.assertThat(gap("state")).isEqualTo("FOUND");
    }

    private static Map<String, Object> approval(Map<String, Object> changes) {
        var all = new HashMap<String, Object>(Map.of(
                "decision", "approve",
                "title", "Do you plant trees?",
                "topicId", "planting-trees",
                "topicClass", "routine",
                "automation", "off",
                "source", "https://help.example/trees",
                "examples",
                        "do you plant trees\nare there trees\ntrees for orders\nwhere are the trees\nhow many trees",
                "answer", "Yes, one for each order."));
        all.putAll(changes);
        return all;
    }

    private String gap(String column) {
        return database.sql("select %s from knowledge_gap where id = ?".formatted(column))
                .param(GAP)
                .query(String.class)
                .single();
    }

    @Override
    ProcessInstanceAssert theProcess() {
        return assertThat(ProcessInstanceSelectors.byProcessId("approve-article"));
    }

    private UserTask theTask() {
        return theTaskAfter(null);
    }

    private UserTask theTaskAfter(@Nullable UserTask before) {
        return await().atMost(Duration.ofSeconds(40))
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(
                        () -> engine
                                .newUserTaskSearchRequest()
                                .filter(filter ->
                                        filter.elementId("Task_ApproveArticle").state(UserTaskState.CREATED))
                                .send()
                                .join()
                                .items()
                                .stream()
                                .filter(task ->
                                        before == null || !task.getUserTaskKey().equals(before.getUserTaskKey()))
                                .toList(),
                        tasks -> tasks.size() == 1)
                .getFirst();
    }

    private void completes(UserTask task, String editor, Map<String, Object> variables) {
        engine.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee(editor)
                .send()
                .join();
        completes(task, variables);
    }
}
