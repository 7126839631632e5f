package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.enums.UserTaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.desk.Task;
import org.tandem.desk.Task.Status;
import org.tandem.desk.TaskSearch;
import org.tandem.desk.TaskSearch.Order;
import org.tandem.desk.Tasks;
import org.tandem.desk.Tasks.Verdict;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;
import org.tandem.staff.Role;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;

/** What the desk does with tasks, on a real engine beside somebody who uses the same API, as Camunda's Tasklist does. */
class EngineTasksTest extends Journey {

    @Autowired
    Tasks tasks;

    @Autowired
    Accounts accounts;

    @Autowired
    Leaving leaving;

    private InquiryId inquiry = InquiryId.next();
    private long key;
    private String number = "";

    @BeforeEach
    void aCaseWithAPerson() {
        theAssistantIsUnsure();
        inquiry = aCustomerAsks();
        key = theOpenTask().getUserTaskKey();
        number = inquiries.get(inquiry).number();
    }

    @Test
    void aTaskIsFoundByEverythingThatAgentsSearchBy() {
        var task = tasks.get(key).orElseThrow();
        var queue = task.groups().getFirst();

        assertThat(task.subject())
                .isEqualTo(new Task.Subject(
                        inquiry.toString(),
                        number,
                        "refund-status",
                        "GATE",
                        Set.of(),
                        List.of("payments"),
                        "en",
                        null));
        assertThat(task.isOpen()).isTrue();
        assertThat(task.formKey()).isNotNull();
        assertThat(found(search(null, Set.of(queue, "nobody"), false, null, 0, null, null)))
                .contains(key);
        assertThat(found(search(null, Set.of("nobody"), false, null, 0, null, null)))
                .isEmpty();
        assertThat(found(search(
                        null, Set.of(queue), false, Instant.now().plus(Duration.ofDays(400)), 0, "*refund*", number)))
                .containsExactly(key);
        assertThat(found(search(null, Set.of(), false, Instant.now().minus(Duration.ofDays(400)), 0, null, number)))
                .isEmpty();
        assertThat(found(search(null, Set.of(), true, null, task.priority(), null, "*" + number.substring(3) + "*")))
                .containsExactly(key);
        assertThat(found(search(null, Set.of(), false, null, task.priority() + 1, null, number)))
                .isEmpty();
        assertThat(found(search(null, Set.of(), false, null, 0, "*card*", number)))
                .isEmpty();
        assertThat(found(search("anna", Set.of(), false, null, 0, null, number)))
                .isEmpty();
    }

    @Test
    void theTasksOfACaseAreFoundAlsoWhenTheyAreOver() {
        assertThat(tasks.about(number)).extracting(Task::key).containsExactly(key);
        assertThat(tasks.about("TA-0000-0000")).isEmpty();

        asCustomer(inquiry).withdraw();

        await().untilAsserted(() -> assertThat(tasks.about(number))
                .singleElement()
                .extracting(Task::status)
                .isEqualTo(Status.CANCELLED));
    }

    @Test
    void whatSomebodyHadWhoIsSwitchedOffCanBeClaimedByOthers() {
        accounts.add(new NewAccount("gone", "Gone", Set.of(Role.AGENT), Set.of(), "plum under the bridge"));
        tasks.claim(key, "gone");
        assertThat(tasks.heldBy(Set.of("gone", "bo"))).extracting(Task::key).contains(key);

        accounts.switchOff("gone");

        await().untilAsserted(() ->
                assertThat(tasks.get(key).orElseThrow().assignee()).isNull());
        tasks.claim(key, "gone");
        leaving.lookAgain();
        await().untilAsserted(() ->
                assertThat(tasks.get(key).orElseThrow().assignee()).isNull());
    }

    @Test
    void aTaskThatIsOfferedToAPersonIsFoundForThem() {
        engine.newUpdateUserTaskCommand(key)
                .candidateGroups(List.of())
                .candidateUsers("anna")
                .send()
                .join();

        var offered = new TaskSearch("anna", null, Set.of(), false, null, 0, null, null, Order.DUE, 0);
        await().untilAsserted(() -> assertThat(
                        found(new TaskSearch(null, "anna", Set.of(), false, null, 0, null, null, Order.DUE, 0)))
                .containsExactly(key));
        assertThat(found(new TaskSearch(null, "bo", Set.of(), false, null, 0, null, null, Order.DUE, 0)))
                .isEmpty();
        assertThat(found(offered)).as("those that anna has").isEmpty();
    }

    @Test
    void whoIsFasterHasTheTask() {
        assertThat(tasks.claim(key, "anna")).isEqualTo(Verdict.DONE);
        assertThat(tasks.claim(key, "anna")).isEqualTo(Verdict.DONE);
        assertThat(tasks.claim(key, "bo")).isEqualTo(Verdict.TAKEN);

        await().untilAsserted(() -> assertThat(found(search("anna", Set.of(), false, null, 0, null, number)))
                .containsExactly(key));
        assertThat(tasks.release(key)).isEqualTo(Verdict.DONE);
        assertThat(tasks.claim(key, "bo")).isEqualTo(Verdict.DONE);
    }

    @Test
    void aClaimMadeElsewhereShowsHereAndTheOtherWayRound() {
        engine.newAssignUserTaskCommand(key).assignee("bo").send().join();

        await().untilAsserted(() ->
                assertThat(tasks.get(key).orElseThrow().assignee()).isEqualTo("bo"));
        assertThat(tasks.claim(key, "anna")).isEqualTo(Verdict.TAKEN);
        tasks.release(key);
        tasks.claim(key, "anna");
        await().untilAsserted(() -> assertThat(
                        engine.newUserTaskGetRequest(key).send().join().getAssignee())
                .isEqualTo("anna"));
    }

    @Test
    void theFormIsTheDeployedOneAndTheTaskSeesTheBrief() {
        assertThat(tasks.form(tasks.get(key).orElseThrow()).orElseThrow())
                .contains("answer-customer", "productFeedback");
        await().untilAsserted(() -> assertThat(tasks.variables(key))
                .containsEntry("inquiryNumber", "\"" + number + "\"")
                .hasEntrySatisfying("brief", brief -> assertThat(brief).contains("When do I get my money back?")));
    }

    @Test
    void whatIsFilledInReachesTheCustomer() {
        tasks.claim(key, "anna");

        assertThat(tasks.complete(
                        key,
                        Map.of(
                                "reply", "\"Your \\\"money\\\" is on its way.\"",
                                "resolutionCode", "\"OTHER\"",
                                "draftVerdict", "\"WRONG\"",
                                "draftFlaw", "\"NOT_TRUE\"",
                                "productArea", "\"none\"")))
                .isEqualTo(Verdict.DONE);

        becomes(inquiry, State.ANSWERED_BY_PERSON);
        assertThat(messagesBy(Author.PERSON, inquiry))
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).isEqualTo("Your \"money\" is on its way."));
        await().untilAsserted(
                        () -> assertThat(tasks.get(key).orElseThrow().status()).isEqualTo(Status.COMPLETED));
        assertThat(tasks.get(key).orElseThrow().assignee()).isEqualTo("anna");
    }

    @Test
    void aTaskThatIsOverIsSaidToBeOver() {
        completes(theOpenTask());

        assertThat(tasks.claim(key, "anna")).isEqualTo(Verdict.OVER);
        assertThat(tasks.release(key)).isEqualTo(Verdict.OVER);
        assertThat(tasks.complete(key, Map.of())).isEqualTo(Verdict.OVER);
        await().untilAsserted(() -> assertThat(found(search(null, Set.of(), false, null, 0, null, number)))
                .isEmpty());
    }

    @Test
    void aTaskOfAWithdrawnInquiryIsCancelled() {
        asCustomer(inquiry).withdraw();

        await().untilAsserted(
                        () -> assertThat(tasks.get(key).orElseThrow().status()).isEqualTo(Status.CANCELLED));
        assertThat(tasks.claim(key, "anna")).isEqualTo(Verdict.OVER);
        assertThat(engine.newUserTaskGetRequest(key).send().join().getState()).isEqualTo(UserTaskState.CANCELED);
    }

    @Test
    void thereIsNoTaskWithAnUnknownKey() {
        assertThat(tasks.get(1)).isEmpty();
    }

    private List<Long> found(TaskSearch search) {
        return tasks.find(search).tasks().stream().map(Task::key).toList();
    }

    private static TaskSearch search(
            @Nullable String assignee,
            Set<String> groups,
            boolean free,
            @Nullable Instant dueBefore,
            int atLeastPriority,
            @Nullable String topic,
            @Nullable String number) {
        return new TaskSearch(assignee, null, groups, free, dueBefore, atLeastPriority, topic, number, Order.DUE, 0);
    }
}
