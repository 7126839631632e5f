package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.audit.Found;
import org.tandem.audit.HistoryUnavailable;
import org.tandem.audit.ProcessHistory;
import org.tandem.audit.Retry;
import org.tandem.audit.Run;
import org.tandem.audit.RunState;
import org.tandem.audit.Subject;
import org.tandem.audit.Trail;
import org.tandem.audit.Wanted;
import org.tandem.audit.Wanted.Sorting;
import org.tandem.inquiry.InquiryId;

/** What auditors get to see of what happened on the engine. */
class EngineHistoryTest extends Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    ProcessHistory history;

    @Test
    void aCaseIsFoundByItsNumberAndByItsInquiryWithEveryProcessThatWorkedOnIt() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        theOpenTask();
        var number = inquiries.get(id).number();

        var byNumber = awaited(new Subject.Case(number), 2);
        var byInquiry = awaited(new Subject.Inquiry(id.toString()), 2);

        assertThat(byNumber.runs())
                .extracting(Run::process)
                .containsExactlyInAnyOrder("resolve-inquiry", "resolve-by-person");
        assertThat(byInquiry.runs()).containsExactlyInAnyOrderElementsOf(byNumber.runs());
        assertThat(history.search(wanted(new Subject.Case("TA-0000-0000"))).runs())
                .isEmpty();
        assertThat(history.search(wanted(
                                new Subject.Key(byNumber.runs().getFirst().key())))
                        .runs())
                .containsExactly(byNumber.runs().getFirst());
    }

    @Test
    void theTrailTellsTheWayTheDecisionTheTaskAndWhoCalledWhom() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        anAgentAnswers(id, "anna");
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");

        var outer = theRun(id, "resolve-inquiry");
        var inner = theRun(id, "resolve-by-person");
        var outerTrail = history.trail(outer);
        var innerTrail = history.trail(inner);

        assertThat(outer.isRunning()).isTrue();
        assertThat(outerTrail.steps().items())
                .extracting(Trail.Step::element)
                .startsWith("Event_InquiryReceived")
                .contains("Task_DraftAnswer", "Task_ApplyConfidenceGate");
        assertThat(outerTrail.flows()).contains("Flow_DraftAnswer_ApplyConfidenceGate");
        assertThat(outerTrail.counts())
                .filteredOn(count -> count.element().equals("Task_DraftAnswer"))
                .extracting(Trail.Count::completed)
                .containsExactly(1L);
        assertThat(outerTrail.values().items()).extracting(Trail.Value::name).contains("inquiryNumber", "risk", "gate");
        assertThat(outerTrail.decisions().items())
                .extracting(Trail.Evaluation::decision)
                .containsExactly("tolerance", "confidence-gate");
        assertThat(outerTrail.decisions().items().getLast()).satisfies(gate -> {
            assertThat(gate.inputs()).contains(new Trail.Fact("Risk of a wrong answer (0 to 1)", "0.4"));
            assertThat(gate.rules()).singleElement().satisfies(rule -> {
                assertThat(rule.id()).startsWith("Rule_");
                assertThat(rule.row()).isPositive();
                assertThat(rule.outputs()).extracting(Trail.Fact::name).contains("route", "reason");
            });
            assertThat(history.decisionModel(gate.definition()).orElseThrow())
                    .contains(gate.rules().getFirst().id());
        });
        assertThat(outerTrail.called().items()).extracting(Run::key).contains(inner.key());
        assertThat(outerTrail.callers()).isEmpty();

        assertThat(innerTrail.callers()).extracting(Trail.Caller::key).containsExactly(outer.key());
        assertThat(inner.caller()).isEqualTo(outer.key());
        assertThat(innerTrail.work().items()).singleElement().satisfies(work -> {
            assertThat(work.assignee()).isEqualTo("anna");
            assertThat(work.state()).isEqualTo(Trail.WorkState.COMPLETED);
            assertThat(work.ended()).isAfterOrEqualTo(work.created());
        });
        assertThat(history.diagram(inner.definition()).orElseThrow()).contains("Task_AnswerCustomer");
    }

    @Test
    void runsAreNarrowedByProcessVersionStateAndPeriod() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        theOpenTask();
        var run = theRun(id, "resolve-inquiry");
        var number = new Subject.Case(inquiries.get(id).number());

        assertThat(found(number, null, null, null, "resolve-inquiry", run.version()))
                .containsExactly(run);
        assertThat(found(number, null, null, null, "resolve-inquiry", run.version() + 1000))
                .isEmpty();
        assertThat(found(number, RunState.ACTIVE, null, null, null, null)).contains(run);
        assertThat(found(number, RunState.COMPLETED, null, null, null, null)).isEmpty();
        assertThat(found(number, null, run.started(), run.started().plusMillis(1), null, null))
                .contains(run);
        assertThat(found(number, null, null, run.started(), null, null)).doesNotContain(run);
        assertThat(history.processes())
                .anySatisfy(process -> assertThat(process.id()).isEqualTo("resolve-inquiry"));
    }

    @Test
    void theNewestComesFirstAndPagesDoNotOverlap() {
        deploy();
        for (var i = 0; i < Wanted.PAGE_SIZE + 5; i++) {
            start();
        }
        await().atMost(PATIENCE).until(() -> page(1).total() == Wanted.PAGE_SIZE + 5);

        assertThat(page(1).runs()).hasSize(Wanted.PAGE_SIZE);
        assertThat(page(1).runs().getFirst().started())
                .isAfterOrEqualTo(page(1).runs().getLast().started());
        assertThat(page(2).runs()).hasSize(5).doesNotContainAnyElementsOf(page(1).runs());
    }

    @Test
    void anIncidentOfAJobIsTriedAgainWithARetryAndIsThenOver() {
        deploy();
        var key = start();
        var job = await().atMost(PATIENCE)
                .until(() -> jobs("history-sample-work"), jobs -> !jobs.isEmpty())
                .getFirst();
        engine.newFailCommand(job)
                .retries(0)
                .errorMessage("The shop does not answer")
                .send()
                .join();
        var trouble = await().atMost(PATIENCE)
                .until(() -> trail(key).troubles().items(), troubles -> !troubles.isEmpty())
                .getFirst();
        assertThat(trouble.isOpen()).isTrue();
        assertThat(trouble.message()).contains("The shop does not answer");
        assertThat(found(null, null, null, null, "history-sample", null, true))
                .extracting(Run::key)
                .containsExactly(key);

        assertThat(history.retry(key + 1, trouble.key())).isInstanceOf(Retry.Unknown.class);
        assertThat(history.retry(key, trouble.key())).isInstanceOf(Retry.Done.class);

        var again = await().atMost(PATIENCE).until(() -> jobs("history-sample-work"), jobs -> !jobs.isEmpty());
        assertThat(again.getFirst().getRetries()).isEqualTo(1);
        await().atMost(PATIENCE)
                .until(() -> !trail(key).troubles().items().getFirst().isOpen());
        assertThat(history.retry(key, trouble.key())).isInstanceOf(Retry.NotNeeded.class);
        assertThat(found(null, null, null, null, "history-sample", null, true)).isEmpty();
    }

    @Test
    void whatIsNotThereIsEmptyAndAnEngineThatIsAwayIsSaid() {
        assertThat(history.run(1)).isEmpty();
        assertThat(history.diagram(1)).isEmpty();
        assertThat(history.decisionModel(1)).isEmpty();
        assertThat(history.retry(1, 1)).isInstanceOf(Retry.Unknown.class);

        try (var away = CamundaClient.newClientBuilder()
                .restAddress(URI.create("http://localhost:1"))
                .grpcAddress(URI.create("http://localhost:1"))
                .preferRestOverGrpc(true)
                .build()) {
            var silent = new EngineHistory(away, mock());
            assertThatThrownBy(silent::processes).isInstanceOf(HistoryUnavailable.class);
            assertThatThrownBy(() -> silent.run(1)).isInstanceOf(HistoryUnavailable.class);
        }
    }

    private Run theRun(InquiryId id, String process) {
        return awaited(new Subject.Inquiry(id.toString()), 2).runs().stream()
                .filter(run -> run.process().equals(process))
                .findFirst()
                .orElseThrow();
    }

    private Trail trail(long key) {
        return history.trail(history.run(key).orElseThrow());
    }

    private Found awaited(Subject subject, int many) {
        return await().atMost(PATIENCE).until(() -> history.search(wanted(subject)), found -> found.total() == many);
    }

    private static Wanted wanted(Subject subject) {
        return new Wanted(subject, null, null, null, null, null, false, Sorting.STARTED, true, 1);
    }

    private Found page(int page) {
        return history.search(
                new Wanted(null, null, null, null, "history-sample", null, false, Sorting.STARTED, true, page));
    }

    private List<Run> found(
            @Nullable Subject subject,
            @Nullable RunState state,
            @Nullable Instant from,
            @Nullable Instant before,
            @Nullable String process,
            @Nullable Integer version) {
        return found(subject, state, from, before, process, version, false);
    }

    private List<Run> found(
            @Nullable Subject subject,
            @Nullable RunState state,
            @Nullable Instant from,
            @Nullable Instant before,
            @Nullable String process,
            @Nullable Integer version,
            boolean incident) {
        return history.search(
                        new Wanted(subject, state, from, before, process, version, incident, Sorting.STARTED, true, 1))
                .runs();
    }

    private void deploy() {
        var model = Bpmn.createExecutableProcess("history-sample")
                .startEvent()
                .serviceTask("work")
                .zeebeJobType("history-sample-work")
                .endEvent()
                .done();
        engine.newDeployResourceCommand()
                .addProcessModel(model, "history-sample.bpmn")
                .send()
                .join();
    }

    private long start() {
        return engine.newCreateInstanceCommand()
                .bpmnProcessId("history-sample")
                .latestVersion()
                .variables(Map.of("amount", 5))
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private List<io.camunda.client.api.response.ActivatedJob> jobs(String type) {
        return engine.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(1)
                .requestTimeout(Duration.ofSeconds(-1))
                .send()
                .join()
                .getJobs();
    }
}
