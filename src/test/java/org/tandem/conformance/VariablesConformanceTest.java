package org.tandem.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Row("variables")
class VariablesConformanceTest extends Conformance {

    private static final String VARIABLES = "components/concepts/variables/";

    private BpmnModelInstance task(Consumer<ServiceTaskBuilder> how) {
        return process()
                .startEvent()
                .serviceTask("task", task -> {
                    task.zeebeJobType(id("work"));
                    how.accept(task);
                })
                .serviceTask("after")
                .zeebeJobType(id("after"))
                .endEvent()
                .done();
    }

    @Test
    @Doc(VARIABLES + "#variable-values")
    void everyKindOfJsonStaysWhatItIs() {
        deploy(task(task -> {}));
        var values = new HashMap<String, Object>();
        values.put("text", "ä \"quoted\" \n line");
        values.put("whole", 9_007_199_254_740_993L);
        values.put("fraction", 0.25);
        values.put("yes", true);
        values.put("nothing", null);
        values.put("list", Arrays.asList(1, "two", null, List.of()));
        values.put("object", Map.of("inner", Map.of("deep", List.of(1, 2)), "empty", Map.of()));
        var instance = run(values);

        var job = job("work");

        assertThat(job.getVariablesAsMap()).isEqualTo(values);
        values.forEach((name, value) -> has(instance, name, value));
    }

    @Test
    @Doc(VARIABLES + "#input-mappings")
    void inputMappingsMakeLocalVariables() {
        deploy(task(task ->
                task.zeebeInputExpression("customer.name", "sender").zeebeInputExpression("customer.iban", "iban")));
        var instance = run(Map.of("customer", Map.of("name", "John", "iban", "DE456")));

        var job = job("work");
        assertThat(job.getVariablesAsMap()).containsEntry("sender", "John").containsEntry("iban", "DE456");
        awaited(() -> assertThat(variables(instance, job.getElementInstanceKey()))
                .isEqualTo(Map.of("sender", "John", "iban", "DE456")));
        complete(job, Map.of());

        assertThat(job("after").getVariablesAsMap()).containsOnlyKeys("customer");
    }

    @Test
    @Doc(VARIABLES + "#input-mappings")
    void anInputMappingMayBeAStaticValue() {
        deploy(task(task -> task.zeebeInput("Peter", "sender")));
        run();

        assertThat(job("work").getVariablesAsMap()).containsEntry("sender", "Peter");
    }

    @Test
    @Doc(VARIABLES + "#inputoutput-variable-mappings")
    void aSourceThatDoesNotExistIsNull() {
        deploy(task(task -> task.zeebeInputExpression("missing", "a").zeebeInputExpression("customer.missing", "b")));
        run(Map.of("customer", Map.of()));

        assertThat(job("work").getVariablesAsMap()).containsEntry("a", null).containsEntry("b", null);
    }

    @Test
    @Doc(VARIABLES + "#inputoutput-variable-mappings")
    void mappingsGoInOrderAndSeeWhatTheOnesBeforeMade() {
        deploy(task(task -> task.zeebeInputExpression("x + 1", "y").zeebeInputExpression("y * 10", "z")));
        run(Map.of("x", 1));

        assertThat(job("work").getVariablesAsMap()).containsEntry("y", 2).containsEntry("z", 20);
    }

    @Test
    @Doc(VARIABLES + "#input-mappings")
    void nestedTargetsBuildOneObject() {
        deploy(task(task -> task.zeebeInputExpression("customer", "sender.name")
                .zeebeInputExpression("iban", "sender.account.iban")));
        run(Map.of("customer", "John", "iban", "DE456"));

        assertThat(job("work").getVariablesAsMap())
                .containsEntry("sender", Map.of("name", "John", "account", Map.of("iban", "DE456")));
    }

    @Test
    @Doc(VARIABLES + "#nested-variables-in-mappings")
    void aNestedInputTargetReplacesWhatWasThere() {
        deploy(task(task -> task.zeebeInputExpression("\"new\"", "order.status")));
        run(Map.of("order", Map.of("id", 1, "status", "old")));

        assertThat(job("work").getVariablesAsMap()).containsEntry("order", Map.of("status", "new"));
    }

    @Test
    @Doc(VARIABLES + "#nested-variables-in-mappings")
    void aNestedOutputTargetChangesOnlyThatField() {
        deploy(task(task -> task.zeebeOutputExpression("answer", "order.status")));
        var instance = run(Map.of("order", Map.of("id", 1, "status", "old")));

        complete("work", Map.of("answer", "new"));

        has(instance, "order", Map.of("id", 1, "status", "new"));
    }

    @Test
    @Doc(VARIABLES + "#variable-scopes")
    void aLocalVariableCoversOneOfTheSameNameOutside() {
        deploy(task(task -> task.zeebeInputExpression("x + 1", "x")));
        var instance = run(Map.of("x", 1));

        var job = job("work");
        assertThat(job.getVariablesAsMap()).containsEntry("x", 2);
        complete(job, Map.of("x", 5));
        job("after");

        has(instance, "x", 1);
    }

    @Test
    @Doc(VARIABLES + "#variable-propagation")
    void aResultGoesUpToTheScopeThatHasTheNameElseToTheInstance() {
        deploy(process()
                .startEvent()
                .subProcess("sub", sub -> sub.zeebeInputExpression("1", "c"))
                .embeddedSubProcess()
                .startEvent()
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .serviceTask("inside")
                .zeebeJobType(id("inside"))
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done());
        var instance = run(Map.of("b", 1));

        complete("work", Map.of("b", 2, "c", 3, "d", 4));
        var inside = job("inside");

        assertThat(inside.getVariablesAsMap()).isEqualTo(Map.of("b", 2, "c", 3, "d", 4));
        has(instance, "b", 2);
        has(instance, "d", 4);
        hasNo(instance, "c");
        var sub = waits(instance, "sub").getElementInstanceKey();
        awaited(() -> assertThat(variables(instance, sub)).isEqualTo(Map.of("c", 3)));
    }

    @Test
    @Doc(VARIABLES + "#output-mappings")
    void withOutputMappingsOnlyTheseGoUp() {
        deploy(task(task -> task.zeebeOutputExpression("result.status", "paymentStatus")
                .zeebeOutputExpression("result.transactionId", "transactionId")));
        var instance = run();

        complete("work", Map.of("result", Map.of("status", "Ok", "transactionId", "t-789"), "more", 1));
        var after = job("after");

        assertThat(after.getVariablesAsMap()).isEqualTo(Map.of("paymentStatus", "Ok", "transactionId", "t-789"));
        has(instance, "paymentStatus", "Ok");
        hasNo(instance, "result");
        hasNo(instance, "more");
    }

    @Test
    @Doc(VARIABLES + "#output-mappings")
    void outputMappingsSeeLocalVariablesAndResultsTogether() {
        deploy(task(
                task -> task.zeebeInputExpression("10", "factor").zeebeOutputExpression("value * factor", "product")));
        var instance = run();

        complete("work", Map.of("value", 4));

        has(instance, "product", 40);
    }

    @Test
    @Doc(VARIABLES + "#variable-propagation-by-bpmn-element")
    void theResultsOfScriptsAndDecisionsMayBeMappedToo() {
        deploy(Map.of("size.dmn", file("size.dmn")));
        deploy(process()
                .startEvent()
                .scriptTask(
                        "script",
                        task -> task.zeebeExpression("{sum: a + 1}")
                                .zeebeResultVariable("raw")
                                .zeebeOutputExpression("raw.sum", "sum"))
                .businessRuleTask(
                        "rule",
                        task -> task.zeebeCalledDecisionId(id("size"))
                                .zeebeResultVariable("size")
                                .zeebeInputExpression("sum * 100", "amount")
                                .zeebeOutputExpression("upper case(size)", "label"))
                .endEvent()
                .done());
        var instance = run(Map.of("a", 1));

        completed(instance);
        has(instance, "label", "LARGE");
        has(instance, "sum", 2);
        hasNo(instance, "raw");
        hasNo(instance, "size");
    }

    @Test
    @Doc(VARIABLES + "#variable-propagation")
    void setVariablesGoesUpLikeAResult() {
        deploy(task(task -> task.zeebeInputExpression("1", "local")));
        var instance = run(Map.of("outer", 1));
        var element = waits(instance, "task").getElementInstanceKey();

        set(element, Map.of("local", 2, "outer", 3, "fresh", 4));

        has(instance, "outer", 3);
        has(instance, "fresh", 4);
        awaited(() -> assertThat(variables(instance, element)).isEqualTo(Map.of("local", 2)));
        hasNo(instance, "local");
    }

    @Test
    @Doc(VARIABLES + "#local-variables")
    void setVariablesLocallyStaysInThatScope() {
        deploy(task(task -> {}));
        var instance = run(Map.of("outer", 1));
        var element = waits(instance, "task").getElementInstanceKey();

        client.newSetVariablesCommand(element)
                .variables(Map.of("outer", 2, "fresh", 3))
                .local(true)
                .send()
                .join();

        assertThat(job("work").getVariablesAsMap()).isEqualTo(Map.of("outer", 2, "fresh", 3));
        awaited(() -> assertThat(variables(instance, element)).isEqualTo(Map.of("outer", 2, "fresh", 3)));
        has(instance, "outer", 1);
        hasNo(instance, "fresh");
    }

    @Test
    @Doc(value = VARIABLES, silent = "setting variables of an element that is not there: not found")
    void variablesOfAnElementThatIsOverCannotBeSet() {
        deploy(process().startEvent().endEvent().done());
        var instance = run();
        completed(instance);

        problem(404, client.newSetVariablesCommand(instance).variables(Map.of("x", 1)));
    }

    @Test
    @Doc(VARIABLES + "#variable-names")
    void namesAreCaseSensitive() {
        deploy(process()
                .startEvent()
                .scriptTask("script", task -> task.zeebeExpression("a + A").zeebeResultVariable("sum"))
                .endEvent()
                .done());
        var instance = run(Map.of("a", 1, "A", 10));

        has(instance, "sum", 11);
    }

    @Test
    @Doc("components/modeler/bpmn/message-events/#variable-mappings")
    void whatAMessageBroughtIsThereBeforeEventSubProcessesLookForTheirKeys() {
        var process = process();
        process.eventSubProcess("handle")
                .startEvent("heard")
                .interrupting(true)
                .message(message -> message.name(id("stop")).zeebeCorrelationKeyExpression("order"))
                .endEvent("handled");
        deploy(process.startEvent()
                .message(id("begin"))
                .serviceTask("task")
                .zeebeJobType(id("work"))
                .endEvent()
                .done());

        publish("begin", "k", Map.of("order", "o-1"));
        var instance = only("process");
        waits(instance, "task");
        publish("stop", "o-1", Map.of());

        completed(instance);
        passed(instance, "handled");
    }
}
