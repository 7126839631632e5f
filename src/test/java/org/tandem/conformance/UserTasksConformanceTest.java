package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.builder.UserTaskBuilder;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Row("user tasks")
class UserTasksConformanceTest extends Conformance {

    private static final String TASKS = "components/modeler/bpmn/user-tasks/";
    private static final String ASSIGNMENTS = TASKS + "#assignments";
    private static final String API = "apis-tools/orchestration-cluster-api-rest/specifications/";

    private long started(Consumer<UserTaskBuilder> how, Map<String, Object> variables) {
        deploy(process()
                .startEvent()
                .userTask("task", task -> {
                    task.zeebeUserTask();
                    how.accept(task);
                })
                .name("Look at it")
                .endEvent()
                .done());
        return run(variables);
    }

    private UserTask created() {
        return task(started(task -> {}, Map.of()));
    }

    private void becomes(UserTask task, Consumer<UserTask> what) {
        awaited(() -> what.accept(
                client.newUserTaskGetRequest(task.getUserTaskKey()).send().join()));
    }

    private void assign(UserTask task, String assignee) {
        client.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee(assignee)
                .send()
                .join();
    }

    @Test
    @Doc(TASKS)
    void aTaskTellsWhereItComesFrom() {
        var instance = started(task -> {}, Map.of());

        var task = task(instance);

        assertThat(task.getState()).isEqualTo(UserTaskState.CREATED);
        assertThat(task.getName()).isEqualTo("Look at it");
        assertThat(task.getElementId()).isEqualTo("task");
        assertThat(task.getBpmnProcessId()).isEqualTo(id("process"));
        assertThat(task.getElementInstanceKey())
                .isEqualTo(waits(instance, "task").getElementInstanceKey());
        assertThat(task.getAssignee()).isNull();
        assertThat(task.getCandidateGroups()).isEmpty();
        assertThat(task.getDueDate()).isNull();
        assertThat(task.getCreationDate()).isNotNull();
        assertThat(task.getCompletionDate()).isNull();
    }

    @Test
    @Doc(ASSIGNMENTS)
    void assigneeGroupsAndUsersMayBeStatic() {
        var task = task(started(
                model -> model.zeebeAssignee("ann")
                        .zeebeCandidateGroups("sales, operations")
                        .zeebeCandidateUsers("bob,cid"),
                Map.of()));

        assertThat(task.getAssignee()).isEqualTo("ann");
        assertThat(task.getCandidateGroups()).containsExactlyInAnyOrder("sales", "operations");
        assertThat(task.getCandidateUsers()).containsExactlyInAnyOrder("bob", "cid");
    }

    @Test
    @Doc(ASSIGNMENTS)
    void assigneeGroupsAndUsersMayBeExpressions() {
        var task = task(started(
                model -> model.zeebeAssigneeExpression("book.author")
                        .zeebeCandidateGroupsExpression("groups")
                        .zeebeCandidateUsersExpression("remove(users, 1)"),
                Map.of(
                        "book", Map.of("author", "ann"),
                        "groups", List.of("sales", "operations"),
                        "users", List.of("ann", "bob"))));

        assertThat(task.getAssignee()).isEqualTo("ann");
        assertThat(task.getCandidateGroups()).containsExactlyInAnyOrder("sales", "operations");
        assertThat(task.getCandidateUsers()).containsExactly("bob");
    }

    @Test
    @Doc(ASSIGNMENTS)
    void groupsThatAreNoListAreAnIncident() {
        var instance = started(model -> model.zeebeCandidateGroupsExpression("groups"), Map.of("groups", "sales"));

        var incident = incident(instance, IncidentErrorType.EXTRACT_VALUE_ERROR);
        set(instance, Map.of("groups", List.of("sales")));
        resolve(incident);

        assertThat(task(instance).getCandidateGroups()).containsExactly("sales");
    }

    @Test
    @Doc(TASKS + "#scheduling")
    void datesMayBeStaticOrExpressions() {
        var task = task(started(
                model -> model.zeebeDueDate("2043-02-28T13:13:10+02:00").zeebeFollowUpDateExpression("when"),
                Map.of("when", "2043-02-27T08:00:00Z")));

        assertThat(task.getDueDate().toInstant())
                .isEqualTo(OffsetDateTime.parse("2043-02-28T13:13:10+02:00").toInstant());
        assertThat(task.getFollowUpDate().toInstant())
                .isEqualTo(OffsetDateTime.parse("2043-02-27T08:00:00Z").toInstant());
    }

    @Test
    @Doc(TASKS + "#define-user-task-priority")
    void thePriorityIsFiftyUnlessTheModelSaysOtherwise() {
        assertThat(created().getPriority()).isEqualTo(50);
    }

    @Test
    @Doc(TASKS + "#define-user-task-priority")
    void thePriorityMayBeAnExpression() {
        assertThat(task(started(model -> model.zeebeTaskPriorityExpression("urgency * 10"), Map.of("urgency", 9)))
                        .getPriority())
                .isEqualTo(90);
    }

    @Test
    @Doc(TASKS + "#define-user-task-priority")
    void aPriorityOutsideOfZeroToHundredIsAnIncident() {
        var instance = started(model -> model.zeebeTaskPriorityExpression("urgency"), Map.of("urgency", 101));

        incident(instance, IncidentErrorType.EXTRACT_VALUE_ERROR);
    }

    @Test
    @Doc(TASKS + "#task-headers")
    void headersAreKeptWithTheTask() {
        assertThat(task(started(model -> model.zeebeTaskHeader("layout", "wide"), Map.of()))
                        .getCustomHeaders())
                .isEqualTo(Map.of("layout", "wide"));
    }

    @Test
    @Doc(TASKS + "#user-task-forms")
    void aTaskKnowsTheLatestFormWhenItBegins() {
        deploy(Map.of("question.form", file("question.form")));
        var changed = deploy(Map.of("question.form", file("question.form").replace("Answer", "Reply")));

        var task = task(started(model -> model.zeebeFormId(id("question")), Map.of()));

        assertThat(task.getFormKey()).isEqualTo(changed.getForm().getFirst().getFormKey());
        var form =
                client.newUserTaskGetFormRequest(task.getUserTaskKey()).send().join();
        assertThat(form.getFormId()).isEqualTo(id("question"));
        assertThat(form.getVersion()).isEqualTo(2);
        assertThat(String.valueOf(form.getSchema())).contains("Reply");
    }

    @Test
    @Doc(TASKS + "#user-task-forms")
    void aTaskMayUseTheFormThatCameWithItsProcess() {
        var model = process()
                .startEvent()
                .userTask(
                        "task",
                        task -> task.zeebeUserTask()
                                .zeebeFormId(id("question"))
                                .zeebeFormBindingType(ZeebeBindingType.deployment))
                .endEvent()
                .done();
        var together = deploy(Map.of(
                "question.form", file("question.form"),
                "process.bpmn", io.camunda.zeebe.model.bpmn.Bpmn.convertToString(model)));
        deploy(Map.of("question.form", file("question.form").replace("Answer", "Reply")));

        assertThat(task(run()).getFormKey())
                .isEqualTo(together.getForm().getFirst().getFormKey());
    }

    @Test
    @Doc(TASKS + "#user-task-forms")
    void aTaskMayUseTheFormWithAVersionTag() {
        var tagged = deploy(Map.of(
                "question.form",
                file("question.form")
                        .replace("\"type\": \"default\"", "\"type\": \"default\", \"versionTag\": \"v1\"")));
        deploy(Map.of("question.form", file("question.form")));

        var task = task(started(
                model -> model.zeebeFormId(id("question"))
                        .zeebeFormBindingType(ZeebeBindingType.versionTag)
                        .zeebeFormVersionTag("v1"),
                Map.of()));

        assertThat(task.getFormKey()).isEqualTo(tagged.getForm().getFirst().getFormKey());
    }

    @Test
    @Doc(TASKS + "#user-task-forms")
    void aTaskMayNameAFormOfSomebodyElse() {
        assertThat(task(started(model -> model.zeebeExternalFormReference("https://example.org/form"), Map.of()))
                        .getExternalFormReference())
                .isEqualTo("https://example.org/form");
    }

    @Test
    @Doc(API + "assign-user-task/")
    void aTaskIsAssignedAndUnassigned() {
        var task = created();

        assign(task, "ann");
        becomes(task, now -> assertThat(now.getAssignee()).isEqualTo("ann"));
        client.newUnassignUserTaskCommand(task.getUserTaskKey()).send().join();

        becomes(task, now -> assertThat(now.getAssignee()).isNull());
    }

    @Test
    @Doc(value = API + "assign-user-task/", silent = "the default of allowOverride: true")
    void anAssignmentMayBeOverridden() {
        var task = created();
        assign(task, "ann");

        assign(task, "bob");

        becomes(task, now -> assertThat(now.getAssignee()).isEqualTo("bob"));
    }

    @Test
    @Doc(API + "assign-user-task/")
    void whoClaimsATaskThatSomebodyHasIsRefused() {
        var task = created();
        assign(task, "ann");

        problem(
                409,
                client.newAssignUserTaskCommand(task.getUserTaskKey())
                        .assignee("bob")
                        .allowOverride(false));

        becomes(task, now -> assertThat(now.getAssignee()).isEqualTo("ann"));
    }

    @Test
    @Doc(value = ASSIGNMENTS, silent = "an assignee that is an empty text: nobody")
    void anEmptyAssigneeIsNobody() {
        assertThat(task(started(model -> model.zeebeAssigneeExpression("who"), Map.of("who", "")))
                        .getAssignee())
                .isNull();
    }

    @Test
    @Doc(API + "update-user-task/")
    void datesGroupsUsersAndPriorityMayBeChanged() {
        var task = created();

        client.newUpdateUserTaskCommand(task.getUserTaskKey())
                .dueDate("2043-01-02T03:04:05Z")
                .followUpDate("2043-01-01T00:00:00Z")
                .candidateGroups("sales", "support")
                .candidateUsers("ann")
                .priority(80)
                .send()
                .join();

        becomes(task, now -> {
            assertThat(now.getDueDate().toInstant()).isEqualTo("2043-01-02T03:04:05Z");
            assertThat(now.getFollowUpDate().toInstant()).isEqualTo("2043-01-01T00:00:00Z");
            assertThat(now.getCandidateGroups()).containsExactlyInAnyOrder("sales", "support");
            assertThat(now.getCandidateUsers()).containsExactly("ann");
            assertThat(now.getPriority()).isEqualTo(80);
        });
    }

    @Test
    @Doc(API + "update-user-task/")
    void whatIsNotNamedStaysAndWhatIsClearedIsGone() {
        var task = task(started(
                model -> model.zeebeDueDate("2043-02-28T13:13:10Z")
                        .zeebeFollowUpDate("2043-02-27T13:13:10Z")
                        .zeebeCandidateGroups("sales"),
                Map.of()));

        client.newUpdateUserTaskCommand(task.getUserTaskKey())
                .clearDueDate()
                .clearCandidateGroups()
                .priority(7)
                .send()
                .join();

        becomes(task, now -> {
            assertThat(now.getDueDate()).isNull();
            assertThat(now.getCandidateGroups()).isEmpty();
            assertThat(now.getFollowUpDate()).isNotNull();
            assertThat(now.getPriority()).isEqualTo(7);
        });
    }

    @Test
    @Doc(API + "update-user-task/")
    void aPriorityOutsideOfZeroToHundredIsRefused() {
        var task = created();

        problem(400, client.newUpdateUserTaskCommand(task.getUserTaskKey()).priority(101));
    }

    @Test
    @Doc(TASKS + "#variable-mappings")
    void whatAPersonEnteredGoesToTheInstance() {
        var instance = started(task -> {}, Map.of("old", 1));
        var task = task(instance);

        client.newCompleteUserTaskCommand(task.getUserTaskKey())
                .variables(Map.of("answer", "yes"))
                .send()
                .join();

        completed(instance);
        has(instance, "answer", "yes");
        becomes(task, now -> {
            assertThat(now.getState()).isEqualTo(UserTaskState.COMPLETED);
            assertThat(now.getCompletionDate()).isNotNull();
        });
    }

    @Test
    @Doc(TASKS + "#variable-mappings")
    void whatAPersonEnteredMayBeMapped() {
        var instance = started(
                model -> model.zeebeInputExpression("\"hint\"", "local").zeebeOutputExpression("answer", "decision"),
                Map.of());

        client.newCompleteUserTaskCommand(task(instance).getUserTaskKey())
                .variables(Map.of("answer", "yes", "more", 1))
                .send()
                .join();

        completed(instance);
        has(instance, "decision", "yes");
        hasNo(instance, "answer");
        hasNo(instance, "more");
        hasNo(instance, "local");
    }

    @Test
    @Doc(API + "search-user-task-variables/")
    void aTaskSeesItsOwnVariablesAndThoseAround() {
        var instance =
                started(model -> model.zeebeInputExpression("order.id", "number"), Map.of("order", Map.of("id", 3)));
        var task = task(instance);

        awaited(() -> assertThat(client.newUserTaskVariableSearchRequest(task.getUserTaskKey())
                        .send()
                        .join()
                        .items())
                .extracting(variable -> variable.getName() + "=" + variable.getValue())
                .containsExactlyInAnyOrder("number=3", "order={\"id\":3}"));
    }

    @Test
    @Doc(API + "complete-user-task/")
    void aTaskThatIsDoneIsDone() {
        var instance = started(task -> {}, Map.of());
        var task = task(instance);
        client.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();
        completed(instance);

        problem(404, client.newCompleteUserTaskCommand(task.getUserTaskKey()));
        problem(404, client.newAssignUserTaskCommand(task.getUserTaskKey()).assignee("ann"));
        problem(404, client.newUpdateUserTaskCommand(task.getUserTaskKey()).priority(1));
    }

    @Test
    @Doc(value = TASKS, silent = "a task whose instance is cancelled: cancelled")
    void aTaskIsCancelledWithItsInstance() {
        var instance = started(task -> {}, Map.of());
        var task = task(instance);

        client.newCancelInstanceCommand(instance).send().join();

        becomes(task, now -> assertThat(now.getState()).isEqualTo(UserTaskState.CANCELED));
    }

    @Test
    @Doc(API + "search-user-tasks/")
    void tasksAreFoundByStateAssigneeGroupAndPriority() {
        var group = id("group");
        var mine = task(started(
                model -> model.zeebeAssignee(id("ann"))
                        .zeebeCandidateGroups(group)
                        .zeebeTaskPriority("70"),
                Map.of()));

        awaited(() -> assertThat(client.newUserTaskSearchRequest()
                        .filter(filter -> filter.state(UserTaskState.CREATED)
                                .assignee(id("ann"))
                                .candidateGroup(group)
                                .priority(70))
                        .send()
                        .join()
                        .items())
                .extracting(UserTask::getUserTaskKey)
                .containsExactly(mine.getUserTaskKey()));
    }
}
