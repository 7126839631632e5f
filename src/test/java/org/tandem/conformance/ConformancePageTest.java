package org.tandem.conformance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * {@code src/docs/conformance.md} says which rules are proven, by which test and after which page of the documentation. It is written from
 * the tests themselves by {@code -Dtandem.conformance.write=true}.
 */
class ConformancePageTest {

    private static final Path PAGE = Path.of("src/docs/conformance.md");
    private static final String DOCUMENTATION = "https://docs.camunda.io/docs/";

    @Test
    void thePageSaysWhatTheTestsProve() throws IOException {
        var expected = page();
        if (Boolean.getBoolean("tandem.conformance.write")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE))
                .as("out of date: run this test once with -Dtandem.conformance.write=true")
                .isEqualTo(expected);
    }

    @Test
    void everyTestSaysWhereItsRuleIsDocumented() {
        assertThat(areas().flatMap(ConformancePageTest::tests))
                .allSatisfy(test -> assertThat(test.isAnnotationPresent(Doc.class))
                        .as(test.toString())
                        .isTrue());
    }

    private static Stream<Class<?>> areas() {
        return ReflectionSupport.findAllClassesInPackage(
                        Conformance.class.getPackageName(),
                        type -> type.isAnnotationPresent(Row.class),
                        name -> name.endsWith("ConformanceTest"))
                .stream()
                .sorted(Comparator.comparing(ConformancePageTest::row));
    }

    private static Stream<Method> tests(Class<?> area) {
        return Arrays.stream(area.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName));
    }

    private static String row(Class<?> area) {
        return area.getAnnotation(Row.class).value();
    }

    private static String page() {
        var areas = areas().toList();
        return """
                # Conformance of the embedded engine

                Each rule below is a small model and a test that asks the engine through the official Camunda Java client, written from the
                public documentation. The same tests run on Camunda Process Test's containers (`-Dtandem.test.engine=containers`) and on a
                given cluster (`-Dtandem.test.engine=remote -Dremote.client.restAddress=… -Dremote.camundaMonitoringApiAddress=…`), except
                those of what the embedded engine refuses. Written by `ConformancePageTest`, do not edit.

                | row of the table of semantics | tests | covered | refused | open |
                |---|---|---|---|---|
                %s

                %s""".formatted(
                        Stream.concat(
                                        areas.stream()
                                                .map(area -> count(
                                                        row(area), tests(area).toList())),
                                        Stream.of(count(
                                                "all",
                                                areas.stream()
                                                        .flatMap(ConformancePageTest::tests)
                                                        .toList())))
                                .collect(joining("\n")),
                        areas.stream().map(ConformancePageTest::section).collect(joining("\n")));
    }

    private static String count(String row, List<Method> tests) {
        return "| %s | %d | %d | %d | %d |"
                .formatted(row, tests.size(), count(tests, "covered"), count(tests, "refused"), count(tests, "open"));
    }

    private static long count(List<Method> tests, String state) {
        return tests.stream().filter(test -> state(test).startsWith(state)).count();
    }

    private static String section(Class<?> area) {
        return """
                ## %s (`%s`)

                | rule | documentation | state |
                |---|---|---|
                %s
                """.formatted(
                        row(area),
                        area.getSimpleName(),
                        tests(area).map(ConformancePageTest::line).collect(joining("\n")));
    }

    private static String line(Method test) {
        var doc = test.getAnnotation(Doc.class);
        var silent = doc.silent().isEmpty() ? "" : "; silent on " + doc.silent();
        return "| %s | [%s](%s%s)%s | %s |"
                .formatted(words(test.getName()), label(doc.value()), DOCUMENTATION, doc.value(), silent, state(test));
    }

    private static String state(Method test) {
        var disabled = test.getAnnotation(Disabled.class);
        if (disabled != null) {
            return "open: " + disabled.value();
        }
        return row(test.getDeclaringClass()).equals("refused") ? "refused" : "covered";
    }

    private static String label(String address) {
        var path = address.replaceAll("/?#", " #").replaceAll("/$", "");
        return path.substring(path.lastIndexOf('/', path.contains(" ") ? path.indexOf(' ') : path.length()) + 1);
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
