package org.tandem.engine;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.CamundaAssert.assertThatDecision;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.DecisionSelectors.byId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import io.camunda.process.test.api.CamundaProcessTestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** What every process test relies on, proven once on a small process of its own. */
@ProcessTest(classes = EngineSmokeTest.OnlyTheClient.class)
class EngineSmokeTest {
    @Configuration
    @ImportAutoConfiguration({JacksonAutoConfiguration.class, CamundaAutoConfiguration.class})
    static class OnlyTheClient {}

    @Autowired
    CamundaClient client;

    @Autowired
    CamundaProcessTestContext context;

    @Autowired
    Clock clock;

    @BeforeEach
    void deployAndWork() {
        client.newDeployResourceCommand()
                .addResourceFromClasspath("engine/engine-smoke.bpmn")
                .addResourceFromClasspath("engine/engine-smoke-size.dmn")
                .send()
                .join();
        client.newWorker()
                .jobType("engine-smoke.work")
                .handler((jobs, job) -> jobs.newCompleteCommand(job)
                        .variable("worked", true)
                        .send()
                        .join())
                .open();
    }

    @Test
    void theHappyPathGoesThroughWorkerDecisionUserTaskAndTimer() {
        var order = start("happy");

        assertThat(order).isActive().hasVariable("worked", true).hasVariable("size", "small");
        assertThatDecision(byId("engine-smoke-size"))
                .isEvaluated()
                .hasOutput("small")
                .hasMatchedRules(1);
        assertThatUserTask(byElementId("Task_Check"))
                .isCreated()
                .hasName("Check the order")
                .hasPriority(60);

        context.completeUserTask("Task_Check", Map.of("checked", true));
        assertThat(order).hasActiveElements("Event_Waited");
        var before = clock.instant();
        context.increaseTime(Duration.ofHours(2).plusSeconds(1));

        assertThat(order)
                .isCompleted()
                .hasCompletedElementsInOrder("Event_Received", "Task_Work", "Task_Decide", "Task_Check", "Event_Done")
                .hasVariable("checked", true);
        assertThat(Duration.between(before, clock.instant())).isGreaterThan(Duration.ofHours(2));
    }

    @Test
    void aMessageInterruptsTheUserTask() {
        var order = start("cancelled");
        assertThat(order).hasActiveElements("Task_Check");

        client.newPublishMessageCommand()
                .messageName("engine-smoke-cancelled")
                .correlationKey("cancelled")
                .send()
                .join();

        assertThat(order)
                .isCompleted()
                .hasTerminatedElements("Task_Check")
                .hasCompletedElements("Event_CancelledEnd")
                .hasNotActivatedElements("Event_Done");
    }

    @Test
    void nothingOfTheOtherTestsIsLeft() {
        assertThat(client.newProcessInstanceSearchRequest().send().join().items())
                .isEmpty();
        assertThat(client.newUserTaskSearchRequest().send().join().items()).isEmpty();
    }

    private ProcessInstanceEvent start(String order) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId("engine-smoke")
                .latestVersion()
                .variables(Map.of("orderId", order, "amount", 20))
                .send()
                .join();
    }
}
