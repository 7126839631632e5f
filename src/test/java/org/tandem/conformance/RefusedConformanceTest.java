package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only a Camunda 8 cluster does: the embedded engine refuses it at deployment and says so. */
@Row("refused")
class RefusedConformanceTest extends Conformance {

    private static final String BPMN = "components/modeler/bpmn/";

    @BeforeEach
    void onlyTheEmbeddedEngineRefuses() {
        assumeTrue(EngineUnderTest.CHOSEN == EngineUnderTest.EMBEDDED);
    }

    private void refused(BpmnModelInstance model, String element) {
        says(refusal(model), element);
    }

    private static void says(String refusal, String element) {
        assertThat(refusal).contains("'" + element + "'").contains("a Camunda 8 cluster can");
    }

    /** A task in a process, with something of the kind that the builder does not write. */
    private void refusedXml(String element, UnaryOperator<String> change) {
        var xml = file("refused.bpmn");
        var changed = change.apply(xml);
        assertThat(changed).isNotEqualTo(xml);
        says(problem(400, deployment(Map.of("refused.bpmn", changed))).details().getDetail(), element);
    }

    @Test
    @Doc(BPMN + "compensation-events/")
    void compensationThatIsThrownIsRefused() {
        refusedXml(
                "thing",
                xml -> xml.replace(
                        "<manualTask id=\"thing\" />",
                        "<intermediateThrowEvent id=\"thing\"><compensateEventDefinition /></intermediateThrowEvent>"));
    }

    @Test
    @Doc(BPMN + "compensation-handler/")
    void aCompensationHandlerIsRefused() {
        refused(
                process()
                        .startEvent()
                        .serviceTask(
                                "task",
                                task -> task.zeebeJobType(id("work"))
                                        .boundaryEvent("undo")
                                        .compensation(undo ->
                                                undo.serviceTask("undone").zeebeJobType(id("undo"))))
                        .endEvent()
                        .done(),
                "undo");
    }

    @Test
    @Doc(BPMN + "ad-hoc-subprocesses/")
    void anAdHocSubProcessIsRefused() {
        refused(
                process()
                        .startEvent()
                        .adHocSubProcess("anyhow", inside -> inside.manualTask("a"))
                        .endEvent()
                        .done(),
                "anyhow");
    }

    @Test
    @Doc(BPMN + "conditional-events/")
    void aConditionalEventIsRefused() {
        refused(
                process()
                        .startEvent()
                        .intermediateCatchEvent("when", event -> event.condition("=x > 1"))
                        .endEvent()
                        .done(),
                "when");
    }

    @Test
    @Doc(BPMN + "conditional-events/")
    void aConditionalBoundaryEventIsRefused() {
        refused(
                process()
                        .startEvent()
                        .serviceTask("task")
                        .zeebeJobType(id("work"))
                        .boundaryEvent("when", event -> event.condition("=x > 1"))
                        .endEvent()
                        .moveToActivity("task")
                        .endEvent()
                        .done(),
                "when");
    }

    @Test
    @Doc(value = BPMN + "bpmn-coverage/", silent = "a cluster cannot do transactions either; the sentence is the same")
    void aTransactionIsRefused() {
        refused(
                process()
                        .startEvent()
                        .transaction("all")
                        .embeddedSubProcess()
                        .startEvent()
                        .endEvent()
                        .transactionDone()
                        .endEvent()
                        .done(),
                "all");
    }

    @Test
    @Doc("components/concepts/execution-listeners/")
    void anExecutionListenerIsRefused() {
        refused(
                process()
                        .startEvent()
                        .serviceTask("task")
                        .zeebeJobType(id("work"))
                        .zeebeStartExecutionListener(id("listen"))
                        .endEvent()
                        .done(),
                "task");
    }

    @Test
    @Doc("components/concepts/execution-listeners/")
    void anExecutionListenerOfAProcessIsRefused() {
        refused(
                process()
                        .zeebeEndExecutionListener(id("listen"))
                        .startEvent()
                        .endEvent()
                        .done(),
                id("process"));
    }

    @Test
    @Doc("components/concepts/user-task-listeners/")
    void aUserTaskListenerIsRefused() {
        refused(
                process()
                        .startEvent()
                        .userTask(
                                "task",
                                task -> task.zeebeUserTask()
                                        .zeebeTaskListener(
                                                listener -> listener.creating().type(id("listen"))))
                        .endEvent()
                        .done(),
                "task");
    }

    @Test
    @Doc(BPMN + "user-tasks/#job-worker-implementation")
    void aUserTaskThatIsDoneByAJobIsRefused() {
        refused(process().startEvent().userTask("task").endEvent().done(), "task");
    }

    @Test
    @Doc(BPMN + "bpmn-coverage/")
    void aComplexGatewayIsRefused() {
        refusedXml("thing", xml -> xml.replace("<manualTask id=\"thing\" />", "<complexGateway id=\"thing\" />"));
    }

    @Test
    @Doc(BPMN + "bpmn-coverage/")
    void anEventWithSeveralTriggersIsRefused() {
        refusedXml("thing", xml -> xml.replace("<manualTask id=\"thing\" />", """
                <intermediateCatchEvent id="thing">
                  <signalEventDefinition signalRef="signal" />
                  <timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>
                </intermediateCatchEvent>
                """));
    }

    @Test
    @Doc(value = BPMN + "bpmn-coverage/", silent = "the loop marker: ignored by nobody, so it is refused")
    void aStandardLoopIsRefused() {
        refusedXml(
                "thing",
                xml -> xml.replace(
                        "<manualTask id=\"thing\" />",
                        "<manualTask id=\"thing\"><standardLoopCharacteristics /></manualTask>"));
    }

    @Test
    @Doc(BPMN + "bpmn-coverage/")
    void aReceiveTaskThatStartsAProcessIsRefused() {
        refusedXml(
                "thing",
                xml -> xml.replace(
                        "<manualTask id=\"thing\" />",
                        "<receiveTask id=\"thing\" instantiate=\"true\" messageRef=\"message\" />"));
    }

    @Test
    @Doc("components/modeler/bpmn/service-tasks/#task-definition")
    void linkedResourcesAreRefused() {
        refused(
                process()
                        .startEvent()
                        .serviceTask(
                                "task",
                                task -> task.zeebeJobType(id("work"))
                                        .zeebeLinkedResources(linked -> linked.resourceId("r")
                                                .resourceType("rpa")
                                                .linkName("l")))
                        .endEvent()
                        .done(),
                "task");
    }

    @Test
    @Doc("components/concepts/processes/")
    void everythingThatIsRefusedIsSaidAtOnce() {
        var refusal = refusal(process()
                .startEvent()
                .userTask("one")
                .intermediateCatchEvent("two", event -> event.condition("=x > 1"))
                .endEvent()
                .done());

        says(refusal, "one");
        says(refusal, "two");
    }
}
