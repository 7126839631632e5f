package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.IncidentState;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("incidents")
class IncidentsConformanceTest extends Conformance {

    private static final String INCIDENTS = "components/concepts/incidents/";
    private static final String RESOLVING = INCIDENTS + "#resolving";

    private void deployWithInput(String expression) {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .zeebeInputExpression(expression, "mapped")
                .endEvent()
                .done());
    }

    @Test
    @Doc(INCIDENTS)
    void anInputMappingThatFailsIsAnIncidentOnItsElement() {
        deployWithInput("assert(x, x != null)");
        var instance = run();

        var incident = incident(instance, IncidentErrorType.IO_MAPPING_ERROR);
        assertThat(incident.getElementId()).isEqualTo("task");
        assertThat(incident.getErrorMessage()).contains("assert(x, x != null)");
        assertThat(incident.getElementInstanceKey())
                .isEqualTo(waits(instance, "task").getElementInstanceKey());
        noJob("work");
        set(instance, Map.of("x", 1));
        resolve(incident);

        assertThat(job("work").getVariablesAsMap()).containsEntry("mapped", 1);
        noIncident(instance);
    }

    @Test
    @Doc(INCIDENTS)
    void anOutputMappingThatFailsIsAnIncidentAndTheWorkIsNotDoneTwice() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .zeebeOutputExpression("assert(x, x != null)", "mapped")
                .endEvent()
                .done());
        var instance = run();

        complete("work", Map.of("done", true));
        var incident = incident(instance, IncidentErrorType.IO_MAPPING_ERROR);
        waits(instance, "task");
        noJob("work");
        set(instance, Map.of("x", 1));
        resolve(incident);

        completed(instance);
        has(instance, "mapped", 1);
    }

    @Test
    @Doc(RESOLVING)
    void resolvingWithoutMendingMakesANewIncident() {
        deployWithInput("assert(x, x != null)");
        var instance = run();
        var first = incident(instance, IncidentErrorType.IO_MAPPING_ERROR);

        resolve(first);

        awaited(() -> assertThat(incidents(instance))
                .singleElement()
                .satisfies(again -> assertThat(again.getIncidentKey()).isNotEqualTo(first.getIncidentKey())));
    }

    @Test
    @Doc(RESOLVING)
    void aResolvedIncidentIsRememberedAsResolved() {
        deployWithInput("assert(x, x != null)");
        var instance = run();
        var incident = incident(instance, IncidentErrorType.IO_MAPPING_ERROR);
        set(instance, Map.of("x", 1));
        resolve(incident);

        awaited(() -> assertThat(client.newIncidentGetRequest(incident.getIncidentKey())
                        .send()
                        .join()
                        .getState())
                .isEqualTo(IncidentState.RESOLVED));
    }

    @Test
    @Doc(INCIDENTS)
    void instanceAndElementSayThatTheyHaveAnIncident() {
        deployWithInput("assert(x, x != null)");
        var instance = run();
        var incident = incident(instance, IncidentErrorType.IO_MAPPING_ERROR);

        awaited(() -> assertThat(client.newProcessInstanceGetRequest(instance)
                        .send()
                        .join()
                        .getHasIncident())
                .isTrue());
        var element = waits(instance, "task");
        assertThat(element.getIncident()).isTrue();
        assertThat(element.getIncidentKey()).isEqualTo(incident.getIncidentKey());
        set(instance, Map.of("x", 1));
        resolve(incident);
        awaited(() -> assertThat(client.newProcessInstanceGetRequest(instance)
                        .send()
                        .join()
                        .getHasIncident())
                .isFalse());
    }

    @Test
    @Doc(INCIDENTS)
    void anIncidentStopsOnlyItsOwnPath() {
        deploy(process()
                .startEvent()
                .parallelGateway("fork")
                .serviceTask("broken")
                .zeebeJobType(id("broken"))
                .zeebeInputExpression("assert(x, x != null)", "mapped")
                .endEvent()
                .moveToNode("fork")
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent("end")
                .done());
        var instance = run();
        incident(instance, IncidentErrorType.IO_MAPPING_ERROR);

        complete("work");

        passed(instance, "end");
    }

    @Test
    @Doc(INCIDENTS)
    void aScriptThatFailsIsAnIncident() {
        deploy(process()
                .startEvent()
                .scriptTask(
                        "script",
                        task -> task.zeebeExpression("assert(x, x != null)").zeebeResultVariable("y"))
                .endEvent()
                .done());
        var instance = run();

        var incident = incident(instance, IncidentErrorType.EXTRACT_VALUE_ERROR);
        set(instance, Map.of("x", 1));
        resolve(incident);

        completed(instance);
        has(instance, "y", 1);
    }

    @Test
    @Doc(INCIDENTS)
    void aJobTypeThatIsNoTextIsAnIncident() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobTypeExpression("kind")
                .endEvent()
                .done());
        var instance = run(Map.of("kind", 7));

        var incident = incident(instance, IncidentErrorType.EXTRACT_VALUE_ERROR);
        set(instance, Map.of("kind", id("work")));
        resolve(incident);
        complete("work");

        completed(instance);
    }

    @Test
    @Doc("components/modeler/bpmn/business-rule-tasks/")
    void aDecisionThatIsNotThereIsAnIncident() {
        deploy(process()
                .startEvent()
                .businessRuleTask(
                        "rule", task -> task.zeebeCalledDecisionId(id("size")).zeebeResultVariable("size"))
                .endEvent()
                .done());
        var instance = run(Map.of("amount", 5));

        var incident = incident(instance, IncidentErrorType.CALLED_DECISION_ERROR);
        assertThat(incident.getElementId()).isEqualTo("rule");
        deploy(Map.of("size.dmn", file("size.dmn")));
        resolve(incident);

        completed(instance);
        has(instance, "size", "small");
    }

    @Test
    @Doc("components/modeler/bpmn/business-rule-tasks/")
    void aDecisionThatFailsIsAnIncident() {
        deploy(Map.of("broken.dmn", file("broken.dmn")));
        deploy(process()
                .startEvent()
                .businessRuleTask(
                        "rule", task -> task.zeebeCalledDecisionId(id("broken")).zeebeResultVariable("result"))
                .endEvent()
                .done());
        var instance = run();

        var incident = incident(instance, IncidentErrorType.DECISION_EVALUATION_ERROR);
        set(instance, Map.of("x", 1));
        resolve(incident);

        completed(instance);
        has(instance, "result", 1);
    }

    @Test
    @Doc("components/modeler/bpmn/user-tasks/#user-task-forms")
    void aFormThatIsNotThereIsAnIncident() {
        deploy(process()
                .startEvent()
                .userTask("task", task -> task.zeebeUserTask().zeebeFormId(id("question")))
                .endEvent()
                .done());
        var instance = run();

        var incident = incident(instance, IncidentErrorType.FORM_NOT_FOUND);
        deploy(Map.of("question.form", file("question.form")));
        resolve(incident);

        assertThat(task(instance).getFormKey()).isPositive();
    }

    @Test
    @Doc(value = INCIDENTS, silent = "the incidents of what has been ended are over")
    void anIncidentIsOverWithItsInstance() {
        deployWithInput("assert(x, x != null)");
        var instance = run();
        incident(instance, IncidentErrorType.IO_MAPPING_ERROR);

        client.newCancelInstanceCommand(instance).send().join();

        terminated(instance);
        noIncident(instance);
    }

    @Test
    @Doc(value = INCIDENTS, silent = "an incident on an activity does not stop its boundary events")
    void aBoundaryEventStillEndsAnActivityWithAnIncident() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .boundaryEvent("stop", event -> event.signal(id("stop")))
                .endEvent("end-stop")
                .moveToActivity("task")
                .endEvent()
                .done());
        var instance = run();
        client.newFailCommand(job("work")).retries(0).send().join();
        incident(instance, IncidentErrorType.JOB_NO_RETRIES);

        broadcast("stop", Map.of());

        completed(instance);
        stopped(instance, "task");
        noIncident(instance);
    }

    @Test
    @Doc(value = RESOLVING, silent = "an incident that is not there: not found")
    void whatIsNoIncidentCannotBeResolved() {
        problem(404, client.newResolveIncidentCommand(1));
    }
}
