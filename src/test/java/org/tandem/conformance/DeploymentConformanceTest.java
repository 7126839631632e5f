package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.Process;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("deployment")
class DeploymentConformanceTest extends Conformance {

    private static final String DEPLOY = "apis-tools/orchestration-cluster-api-rest/specifications/create-deployment/";
    private static final String DELETION = "components/concepts/resource-deletion/";
    private static final String BINDING = "components/best-practices/modeling/choosing-the-resource-binding-type/";

    private BpmnModelInstance version(String mark) {
        return process()
                .startEvent()
                .scriptTask(
                        "script",
                        task -> task.zeebeExpression("\"" + mark + "\"").zeebeResultVariable("ran"))
                .endEvent()
                .done();
    }

    private Process deployOne(BpmnModelInstance model) {
        return deploy(model).getProcesses().getFirst();
    }

    private void delete(long key) {
        client.newDeleteResourceCommand(key).send().join();
    }

    @Test
    @Doc(DEPLOY)
    void aDeploymentTellsWhatItBrought() {
        var deployment = deploy(version("first"));

        var process = deployment.getProcesses().getFirst();
        assertThat(process.getBpmnProcessId()).isEqualTo(id("process"));
        assertThat(process.getVersion()).isEqualTo(1);
        assertThat(process.getProcessDefinitionKey()).isPositive();
        assertThat(process.getResourceName()).isEqualTo(id("model0.bpmn"));
        assertThat(deployment.getKey()).isPositive();
    }

    @Test
    @Doc(value = DEPLOY, silent = "what is deployed again unchanged: it keeps its version and key")
    void whatHasNotChangedKeepsItsVersion() {
        var model = version("same");
        var first = deployOne(model);
        var again = deployOne(model);

        assertThat(again.getVersion()).isEqualTo(1);
        assertThat(again.getProcessDefinitionKey()).isEqualTo(first.getProcessDefinitionKey());
    }

    @Test
    @Doc("components/concepts/processes/")
    void whatHasChangedGetsTheNextVersion() {
        var first = deployOne(version("first"));
        var second = deployOne(version("second"));

        assertThat(second.getVersion()).isEqualTo(2);
        assertThat(second.getProcessDefinitionKey()).isNotEqualTo(first.getProcessDefinitionKey());
        var instance = run();
        completed(instance);
        has(instance, "ran", "second");
    }

    @Test
    @Doc("components/concepts/processes/")
    void aRunningInstanceKeepsItsVersion() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent("old")
                .done());
        var instance = run();
        waits(instance, "task");
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent("new")
                .done());

        complete("work");

        completed(instance);
        passed(instance, "old");
    }

    @Test
    @Doc(DEPLOY)
    void filesOfOneDeploymentComeTogether() {
        var files = new LinkedHashMap<String, String>();
        files.put("process.bpmn", Bpmn.convertToString(version("with others")));
        files.put("size.dmn", file("size.dmn"));
        files.put("question.form", file("question.form"));

        var deployment = deploy(files);

        assertThat(deployment.getProcesses()).hasSize(1);
        assertThat(deployment.getForm()).singleElement().satisfies(form -> {
            assertThat(form.getFormId()).isEqualTo(id("question"));
            assertThat(form.getVersion()).isEqualTo(1);
        });
        assertThat(deployment.getDecisionRequirements()).hasSize(1);
        assertThat(deployment.getDecisions()).hasSize(1);
    }

    @Test
    @Doc("components/modeler/dmn/decision-requirements-graph/")
    void aRequirementsGraphBringsAllItsDecisions() {
        var deployment = deploy(Map.of("discount.dmn", file("discount.dmn")));

        var graph = deployment.getDecisionRequirements().getFirst();
        assertThat(graph.getDmnDecisionRequirementsId()).isEqualTo(id("discounts"));
        assertThat(graph.getDmnDecisionRequirementsName()).isEqualTo("Discounts");
        assertThat(deployment.getDecisions())
                .allSatisfy(decision ->
                        assertThat(decision.getDecisionRequirementsKey()).isEqualTo(graph.getDecisionRequirementsKey()))
                .extracting(decision -> decision.getDmnDecisionId())
                .containsExactlyInAnyOrder(id("discount"), id("status"));
    }

    @Test
    @Doc(value = DEPLOY, silent = "one file that cannot be deployed: nothing of the deployment is")
    void withOneBadFileNothingIsDeployed() {
        var files = new LinkedHashMap<String, String>();
        files.put("good.bpmn", Bpmn.convertToString(version("good")));
        files.put("bad.bpmn", "<this is not BPMN");

        problem(400, deployment(files));

        problem(
                404,
                client.newCreateInstanceCommand().bpmnProcessId(id("process")).latestVersion());
    }

    @Test
    @Doc(value = DEPLOY, silent = "two files with the same process id: refused")
    void twoFilesWithTheSameProcessAreRefused() {
        var files = new LinkedHashMap<String, String>();
        files.put("one.bpmn", Bpmn.convertToString(version("one")));
        files.put("two.bpmn", Bpmn.convertToString(version("two")));

        problem(400, deployment(files));
    }

    @Test
    @Doc("components/concepts/expressions/")
    void anExpressionThatCannotBeReadIsRefusedAndNamesItsElement() {
        assertThat(refusal(process()
                        .startEvent()
                        .serviceTask("broken")
                        .zeebeJobTypeExpression("1 +* 2")
                        .endEvent()
                        .done()))
                .contains("broken");
    }

    @Test
    @Doc(BINDING)
    void aBusinessRuleTaskMayUseTheDecisionThatCameWithIt() {
        var files = new LinkedHashMap<String, String>();
        files.put("size.dmn", file("size.dmn"));
        files.put("process.bpmn", Bpmn.convertToString(ruling(ZeebeBindingType.deployment, null)));
        deploy(files);
        deploy(Map.of("size.dmn", file("size.dmn").replace("\"small\"", "\"tiny\"")));
        var instance = run(Map.of("amount", 1));

        completed(instance);
        has(instance, "size", "small");
    }

    @Test
    @Doc(BINDING)
    void aBusinessRuleTaskUsesTheLatestDecisionOtherwise() {
        deploy(Map.of("size.dmn", file("size.dmn")));
        deploy(ruling(ZeebeBindingType.latest, null));
        deploy(Map.of("size.dmn", file("size.dmn").replace("\"small\"", "\"tiny\"")));
        var instance = run(Map.of("amount", 1));

        completed(instance);
        has(instance, "size", "tiny");
    }

    @Test
    @Doc(BINDING)
    void aBusinessRuleTaskMayUseTheDecisionWithAVersionTag() {
        deploy(Map.of("size.dmn", file("size-tagged.dmn")));
        deploy(Map.of("size.dmn", file("size.dmn").replace("\"small\"", "\"tiny\"")));
        deploy(ruling(ZeebeBindingType.versionTag, "v1"));
        var instance = run(Map.of("amount", 1));

        completed(instance);
        has(instance, "size", "small");
    }

    private BpmnModelInstance ruling(ZeebeBindingType binding, String tag) {
        return process()
                .startEvent()
                .businessRuleTask("rule", task -> {
                    task.zeebeCalledDecisionId(id("size"))
                            .zeebeResultVariable("size")
                            .zeebeBindingType(binding);
                    if (tag != null) {
                        task.zeebeVersionTag(tag);
                    }
                })
                .endEvent()
                .done();
    }

    @Test
    @Doc(DELETION + "#deleting-a-process-definition")
    void aDeletedProcessCannotBeStarted() {
        var process = deployOne(version("only"));

        delete(process.getProcessDefinitionKey());

        problem(
                404,
                client.newCreateInstanceCommand().bpmnProcessId(id("process")).latestVersion());
        problem(404, client.newCreateInstanceCommand().processDefinitionKey(process.getProcessDefinitionKey()));
        problem(404, client.newDeleteResourceCommand(process.getProcessDefinitionKey()));
    }

    @Test
    @Doc(DELETION + "#deleting-the-latest-version")
    void theVersionBeforeADeletedOneIsTheLatestAgain() {
        deploy(version("first"));
        var second = deployOne(version("second"));

        delete(second.getProcessDefinitionKey());

        var instance = run();
        completed(instance);
        has(instance, "ran", "first");
    }

    @Test
    @Doc(DELETION + "#deleting-a-process-definition")
    void aVersionNumberIsNeverUsedTwice() {
        deploy(version("first"));
        delete(deployOne(version("second")).getProcessDefinitionKey());

        assertThat(deployOne(version("third")).getVersion()).isEqualTo(3);
    }

    @Test
    @Doc(DELETION + "#deleting-the-latest-version")
    void theStartEventsOfTheVersionBeforeAreBack() {
        deploy(process()
                .startEvent()
                .timerWithCycle("R1/PT1H")
                .manualTask("first")
                .endEvent()
                .done());
        var second = deployOne(process()
                .startEvent()
                .message(id("begin"))
                .manualTask("second")
                .endEvent()
                .done());

        delete(second.getProcessDefinitionKey());
        publish("begin", "k", Map.of());
        pass(Duration.ofMinutes(61));

        var instance = only("process");
        completed(instance);
        passed(instance, "first");
    }

    @Test
    @Doc(DELETION + "#limitations")
    void aProcessThatStillRunsCannotBeDeleted() {
        var process = deployOne(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
        var instance = run();
        waits(instance, "task");

        problem(409, client.newDeleteResourceCommand(process.getProcessDefinitionKey()));
        complete("work");
        completed(instance);

        delete(process.getProcessDefinitionKey());
    }

    @Test
    @Doc(DELETION + "#deleting-a-decision-requirements-graph")
    void theDecisionsOfADeletedGraphAreGone() {
        var deployment = deploy(Map.of("size.dmn", file("size.dmn")));

        delete(deployment.getDecisionRequirements().getFirst().getDecisionRequirementsKey());

        problem(404, client.newEvaluateDecisionCommand().decisionId(id("size")).variables(Map.of("amount", 1)));
    }

    @Test
    @Doc("apis-tools/orchestration-cluster-api-rest/specifications/search-process-definitions/")
    void definitionsAreFoundWithVersionAndTag() {
        deploy(process().versionTag("v1").startEvent().endEvent().done());

        awaited(() -> assertThat(client.newProcessDefinitionSearchRequest()
                        .filter(filter -> filter.processDefinitionId(id("process")))
                        .send()
                        .join()
                        .items())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.getVersion()).isEqualTo(1);
                    assertThat(found.getVersionTag()).isEqualTo("v1");
                }));
    }

    @Test
    @Doc("apis-tools/orchestration-cluster-api-rest/specifications/get-process-definition-xml/")
    void theModelOfADefinitionIsAsItWasDeployed() {
        var model = version("this");
        var process = deployOne(model);

        awaited(() -> assertThat(client.newProcessDefinitionGetXmlRequest(process.getProcessDefinitionKey())
                        .send()
                        .join())
                .isEqualTo(Bpmn.convertToString(model)));
    }
}
