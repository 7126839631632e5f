package org.tandem.process;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.tandem.assistant.Assistant;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Draft;
import org.tandem.assistant.SourceLink;
import org.tandem.assistant.TopicClass;
import org.tandem.assistant.TopicScore;
import org.tandem.assistant.Understanding;
import org.tandem.engine.ProcessTest;
import org.tandem.inquiry.AsCustomer;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.CustomerCase;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.NewInquiry;
import org.tandem.inquiry.State;

/** What a customer and an agent do in the process tests, on the real engine. Only what the AI makes of an inquiry is given. */
@ProcessTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:journeys;DB_CLOSE_DELAY=-1",
            "tandem.assistant.enabled=false",
            "tandem.access-key-file=target/journeys/access.key",
            "tandem.process.retry-pause=PT0.02S",
            "tandem.process.stuck-interval=PT1H",
            "tandem.desk.overdue-interval=PT1H",
            "tandem.desk.wait-news.interval=PT1H",
            "tandem.quality.audits.share=0.0000001",
            "camunda.process-test.remote.client.execution-threads=8"
        })
abstract class Journey {

    static final String ANSWER = "A refund takes 5 to 7 working days after the shop has confirmed it.";
    static final Map<String, Object> COMPLETE = Map.of(
            "reply", "I have asked the shop, your money is on its way.",
            "resolutionCode", "OTHER",
            "draftVerdict", "EDITED",
            "productArea", "none");
    static final Duration SILENCE = Duration.ofDays(3).plusSeconds(1);
    static final Duration FEEDBACK_WINDOW = Duration.ofDays(7).plusSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    CamundaClient engine;

    @Autowired
    CamundaProcessTestContext context;

    @Autowired
    ModelDeployment models;

    @Autowired
    @Qualifier(OutboxConfiguration.EXECUTOR)
    ThreadPoolTaskExecutor outbox;

    @MockitoSpyBean
    Inquiries inquiries;

    @MockitoBean
    Assistant assistant;

    @BeforeEach
    void modelsAreDeployed() {
        soon().atMost(PATIENCE.multipliedBy(8)).until(() -> models.deployed().isDone());
        Assertions.assertThat(models.deployed()).isCompleted();
    }

    void theAssistantIsSure() {
        doReturn(drafted(0.001)).when(assistant).attempt(any());
    }

    void theAssistantIsUnsure() {
        doReturn(drafted(0.4)).when(assistant).attempt(any());
    }

    /** Something happens while the assistant, who is sure, is still thinking. */
    void whileTheAssistantThinks(Runnable happening) {
        doAnswer(thinking -> {
                    happening.run();
                    return drafted(0.001);
                })
                .when(assistant)
                .attempt(any());
    }

    static Attempt drafted(double risk) {
        var topic = new TopicScore("refund-status", "Where is my refund", TopicClass.ROUTINE, true, 1 - risk);
        var understanding = new Understanding("en", true, List.of(topic), List.of(topic), Set.of(), Map.of());
        var source = new SourceLink("Where is my refund", "https://help.alderpay.example/refunds/status");
        return new Attempt.Drafted(
                understanding, new Draft(ANSWER, "refund-status", List.of(source)), risk, risk, "test-model");
    }

    InquiryId aCustomerAsks() {
        var customer = new Customer("Robin Example", UUID.randomUUID() + "@customer.example");
        return inquiries
                .open(new NewInquiry("When do I get my money back?", customer, "en"), null)
                .id();
    }

    CustomerCase asCustomer(InquiryId id) {
        return AsCustomer.of(inquiries, id);
    }

    void theAiAnswers(InquiryId id) {
        becomes(id, State.AI_ANSWERED);
        theProcess().hasActiveElements("Gateway_AwaitVerdictOnAi");
    }

    CaseFile becomes(InquiryId id, State state) {
        soon().untilAsserted(
                        () -> Assertions.assertThat(inquiries.get(id).state()).isEqualTo(state));
        return inquiries.get(id);
    }

    List<Message> messagesBy(Author author, InquiryId id) {
        return inquiries.get(id).messages().stream()
                .filter(message -> message.author() == author)
                .toList();
    }

    ProcessInstanceAssert theProcess() {
        return assertThat(ProcessInstanceSelectors.byProcessId("resolve-inquiry"));
    }

    ProcessInstanceAssert thePersonsProcess() {
        return assertThat(ProcessInstanceSelectors.byProcessId("resolve-by-person"));
    }

    ProcessInstanceAssert theFeedbackProcess() {
        return assertThat(ProcessInstanceSelectors.byProcessId("collect-feedback"));
    }

    ProcessInstanceAssert theReview() {
        return assertThat(ProcessInstanceSelectors.byProcessId("review-answer"));
    }

    /** The task of calling a customer, once the history shows it too. */
    UserTask theOpenCall() {
        var task = soon().ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> openTasks("Task_CallCustomer"), tasks -> tasks.size() == 1)
                .getFirst();
        theCall().hasActiveElements("Task_CallCustomer");
        return task;
    }

    ProcessInstanceAssert theCall() {
        return assertThat(ProcessInstanceSelectors.byProcessId("call-back"));
    }

    /** The task that is open at an agent's, once the history shows it too: the coverage report is made from the history. */
    UserTask theOpenTask() {
        var task = soon().ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> openTasks("Task_AnswerCustomer"), tasks -> tasks.size() == 1)
                .getFirst();
        thePersonsProcess().hasActiveElements("Task_AnswerCustomer");
        return task;
    }

    UserTask anAgentAnswers(InquiryId id, String agent) {
        return anAgentAnswers(id, agent, COMPLETE);
    }

    UserTask anAgentAnswers(InquiryId id, String agent, Map<String, Object> answer) {
        var task = theOpenTask();
        engine.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee(agent)
                .send()
                .join();
        completes(task, answer);
        becomes(id, State.ANSWERED_BY_PERSON);
        return task;
    }

    void completes(UserTask task) {
        completes(task, COMPLETE);
    }

    void completes(UserTask task, Map<String, Object> variables) {
        engine.newCompleteUserTaskCommand(task.getUserTaskKey())
                .variables(variables)
                .send()
                .join();
    }

    /** From now on the engine hears late of what the customer does. */
    Jam theWayToTheEngineIsJammed() {
        var end = new CompletableFuture<Void>();
        IntStream.range(0, outbox.getMaxPoolSize()).forEach(thread -> outbox.execute(end::join));
        return () -> end.complete(null);
    }

    interface Jam {
        void ends();
    }

    /** Deploys the models once more, each as this function of its file name and text has it. */
    void deployed(BinaryOperator<String> edit) throws IOException {
        DeployResourceCommandStep2 all = null;
        try (var files = Files.list(Path.of("processes"))) {
            for (var file : files.filter(path -> path.toString().matches(".*[.](bpmn|dmn|form)"))
                    .toList()) {
                var name = file.getFileName().toString();
                all = (all == null ? engine.newDeployResourceCommand() : all)
                        .addResourceStringUtf8(edit.apply(name, Files.readString(file)), name);
            }
        }
        Objects.requireNonNull(all).send().join();
    }

    void timePasses(Duration duration) {
        context.increaseTime(duration);
    }

    /** In the thread of the test, as Camunda's assertions know no other. */
    static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).pollInSameThread();
    }

    /** As the form of the task sees them, as JSON. */
    Map<String, String> variablesOf(UserTask task) {
        return engine
                .newUserTaskVariableSearchRequest(task.getUserTaskKey())
                .page(page -> page.limit(1_000))
                .send()
                .join()
                .items()
                .stream()
                .collect(Collectors.toMap(Variable::getName, Variable::getValue, (inner, outer) -> inner));
    }

    List<UserTask> openTasks(String element) {
        return engine.newUserTaskSearchRequest()
                .filter(filter -> filter.elementId(element).state(UserTaskState.CREATED))
                .send()
                .join()
                .items();
    }
}
