package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Row("tasks")
class TasksConformanceTest extends Conformance {

    private static final String SERVICE = "components/modeler/bpmn/service-tasks/";
    private static final String SEND = "components/modeler/bpmn/send-tasks/";
    private static final String RULE = "components/modeler/bpmn/business-rule-tasks/";
    private static final String SCRIPT = "components/modeler/bpmn/script-tasks/";
    private static final String USER = "components/modeler/bpmn/user-tasks/";
    private static final String RECEIVE = "components/modeler/bpmn/receive-tasks/";
    private static final String MANUAL = "components/modeler/bpmn/manual-tasks/";
    private static final String UNDEFINED = "components/modeler/bpmn/undefined-tasks/";

    @Test
    @Doc(SERVICE)
    void aServiceTaskWaitsForItsJobAndTakesItsResult() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent("end")
                .done());
        var instance = run(Map.of("in", 1));

        var job = job("work");
        waits(instance, "task");
        assertThat(job.getElementId()).isEqualTo("task");
        assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("in", 1));
        complete(job, Map.of("out", 2));

        completed(instance);
        passed(instance, "end");
        has(instance, "out", 2);
    }

    @Test
    @Doc(SERVICE + "#task-definition")
    void typeAndRetriesOfAJobMayBeExpressions() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobTypeExpression("\"" + id("work-") + "\" + kind")
                .zeebeJobRetriesExpression("tries + 1")
                .endEvent()
                .done());
        run(Map.of("kind", "a", "tries", 6));

        assertThat(job("work-a").getRetries()).isEqualTo(7);
    }

    @Test
    @Doc(SERVICE + "#task-definition")
    void withoutANumberAJobIsTriedThreeTimes() {
        deploy(work());
        run();

        assertThat(job("work").getRetries()).isEqualTo(3);
    }

    @Test
    @Doc(SERVICE + "#task-headers")
    void headersReachTheWorker() {
        deploy(process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .zeebeTaskHeader("method", "POST")
                .endEvent()
                .done());
        run();

        assertThat(job("work").getCustomHeaders()).isEqualTo(Map.of("method", "POST"));
    }

    @Test
    @Doc(SEND)
    void aSendTaskIsDoneByAJob() {
        deploy(process()
                .startEvent()
                .sendTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());
        var instance = run();

        complete("work", Map.of("sent", true));

        completed(instance);
        has(instance, "sent", true);
    }

    @Test
    @Doc(RULE + "#defining-a-task")
    void aBusinessRuleTaskAsksItsDecision() {
        deploy(Map.of("size.dmn", file("size.dmn")));
        deploy(process()
                .startEvent()
                .businessRuleTask(
                        "task", task -> task.zeebeCalledDecisionId(id("size")).zeebeResultVariable("size"))
                .endEvent()
                .done());
        var instance = run(Map.of("amount", 50));

        completed(instance);
        has(instance, "size", "small");
    }

    @Test
    @Doc(RULE + "#defining-a-task")
    void theDecisionOfABusinessRuleTaskMayBeAnExpression() {
        deploy(Map.of("size.dmn", file("size.dmn")));
        deploy(process()
                .startEvent()
                .businessRuleTask(
                        "task",
                        task -> task.zeebeCalledDecisionIdExpression("\"" + id("") + "\" + which")
                                .zeebeResultVariable("size"))
                .endEvent()
                .done());
        var instance = run(Map.of("amount", 500, "which", "size"));

        completed(instance);
        has(instance, "size", "large");
    }

    @Test
    @Doc(RULE + "#job-worker-implementation")
    void aBusinessRuleTaskMayBeDoneByAJob() {
        deploy(process()
                .startEvent()
                .businessRuleTask("task", task -> task.zeebeJobType(id("work")))
                .endEvent()
                .done());
        var instance = run();

        complete("work", Map.of("decided", "yes"));

        completed(instance);
        has(instance, "decided", "yes");
    }

    @Test
    @Doc(SCRIPT + "#defining-a-task")
    void aScriptTaskEvaluatesItsExpression() {
        deploy(process()
                .startEvent()
                .scriptTask("task", task -> task.zeebeExpression("{sum: a + b}").zeebeResultVariable("result"))
                .endEvent()
                .done());
        var instance = run(Map.of("a", 1, "b", 2));

        completed(instance);
        has(instance, "result", Map.of("sum", 3));
    }

    @Test
    @Doc(SCRIPT + "#job-worker-implementation")
    void aScriptTaskMayBeDoneByAJob() {
        deploy(process()
                .startEvent()
                .scriptTask("task", task -> task.zeebeJobType(id("work")))
                .endEvent()
                .done());
        var instance = run();

        complete("work", Map.of("done", true));

        completed(instance);
        has(instance, "done", true);
    }

    @Test
    @Doc(USER)
    void aUserTaskWaitsForAPerson() {
        deploy(process()
                .startEvent()
                .userTask("task", task -> task.zeebeUserTask())
                .endEvent()
                .done());
        var instance = run();

        var task = task(instance);
        waits(instance, "task");
        client.newCompleteUserTaskCommand(task.getUserTaskKey())
                .variables(Map.of("approved", true))
                .send()
                .join();

        completed(instance);
        has(instance, "approved", true);
    }

    @Test
    @Doc(RECEIVE)
    void aReceiveTaskWaitsForItsMessage() {
        deploy(process()
                .startEvent()
                .receiveTask("task")
                .message(message -> message.name(id("paid")).zeebeCorrelationKeyExpression("order"))
                .endEvent()
                .done());
        var instance = run(Map.of("order", "o-1"));
        waits(instance, "task");

        publish("paid", "o-1", Map.of("amount", 7));

        completed(instance);
        has(instance, "amount", 7);
    }

    @Test
    @Doc(MANUAL)
    void aManualTaskIsPassedThrough() {
        deploy(process().startEvent().manualTask("task").endEvent().done());
        var instance = run();

        completed(instance);
        passed(instance, "task");
    }

    @Test
    @Doc(UNDEFINED)
    void anUndefinedTaskIsPassedThrough() {
        deploy(process().startEvent().task("task").endEvent().done());
        var instance = run();

        completed(instance);
        passed(instance, "task");
    }

    private BpmnModelInstance work() {
        return process()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done();
    }
}
