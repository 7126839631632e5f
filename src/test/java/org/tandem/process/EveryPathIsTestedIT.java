package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Reads Camunda Process Test's coverage report after the process tests: every element and every flow was used by one of them. */
class EveryPathIsTestedIT {

    private static final Path REPORT = Path.of("target", "coverage-report", "report.json");
    private static final List<Class<?>> PROCESS_TESTS = List.of(
            AiAnswersTest.class,
            PersonAnswersTest.class,
            CustomerComesBackTest.class,
            StuckCasesTest.class,
            IncompleteAnswersTest.class,
            ReviewsTest.class,
            CallBackTest.class,
            HandedBackTest.class,
            ArticlesApprovedTest.class,
            AutomationTest.class,
            ServiceLevelsTest.class,
            PoolOnEngineTest.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resolve-inquiry",
                "resolve-by-person",
                "collect-feedback",
                "review-answer",
                "approve-article",
                "call-back",
                "automation-shut",
                "escalation",
                "review-allocation"
            })
    void everyElementAndEveryFlowOf(String process) throws Exception {
        assumeTrue(Files.exists(REPORT), "there is no coverage report: the process tests did not run");
        var suites = new ObjectMapper().readTree(REPORT.toFile()).get("suites");
        assumeTrue(
                suites.findValuesAsText("id")
                        .containsAll(PROCESS_TESTS.stream().map(Class::getName).toList()),
                "only some of the process tests ran");
        var used = new TreeSet<String>();
        for (var suite : suites) {
            for (var coverage : suite.get("coverages")) {
                if (coverage.get("processDefinitionId").asText().equals(process)) {
                    used.addAll(texts(coverage.get("completedElements")));
                    used.addAll(texts(coverage.get("takenSequenceFlows")));
                }
            }
        }

        assertThat(used).containsAll(elementsAndFlows(process));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Set<String> elementsAndFlows(String process) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var nodes = factory.newDocumentBuilder()
                .parse(Path.of("processes", process + ".bpmn").toFile())
                .getElementsByTagNameNS("http://www.omg.org/spec/BPMN/20100524/MODEL", "*");
        var ids = new TreeSet<String>();
        IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .filter(EveryPathIsTestedIT::isOnAPath)
                .forEach(element -> ids.add(element.getAttribute("id")));
        return ids;
    }

    private static boolean isOnAPath(Element element) {
        return element.getLocalName().matches("sequenceFlow|subProcess|callActivity|.*(Event|Task|Gateway)")
                && element.hasAttribute("id");
    }
}
