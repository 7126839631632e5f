package org.tandem.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.bpmn.Decision;
import org.tandem.bpmn.Library;
import org.tandem.policy.states.Capabilities;

/** Tables are written as columns (expression:type) and rules, cells separated by slashes, rules by semicolons. */
class DecisionTablesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UNIQUE | n:number           | < 5; >= 5
        UNIQUE | n:number           | [0..5); [5..10]
        UNIQUE | n:number           | 1; 2; > 2
        UNIQUE | t:string           | "a"; "b", "c"; not("a", "b", "c")
        UNIQUE | b:boolean          | true; false
        UNIQUE | t:string/n:number  | "a"/< 5; "a"/>= 5; "b"/-
        UNIQUE | d:date             | < date("2026-01-01"); >= date("2026-01-01")
        UNIQUE | n:number/n:number  | > 1/< 3; >= 3/-
        UNIQUE | n:number           | < limit; >= limit
        UNIQUE | t:string           | starts with(?, "a"); starts with(?, "b")
        ANY    | n:number           | < 5=x; < 10=x
        FIRST  | n:number           | < 5; -
        COLLECT | n:number          | < 5; -
        RULE ORDER | n:number       | -; -
        """)
    void aTableWhoseRulesExcludeEachOtherIsAccepted(String hitPolicy, String columns, String rules) {
        assertThat(complaints(hitPolicy, columns, rules)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UNIQUE | n:number           | < 5; -
        UNIQUE | n:number           | <= 5; >= 5
        UNIQUE | n:number           | [0..5]; [5..10]
        UNIQUE | n:number           | (0..1); (0..1)
        UNIQUE | n:number           | < 0.2; > 0.1
        UNIQUE | t:string           | "a", "b"; "b", "c"
        UNIQUE | t:string           | "a"; not("b")
        UNIQUE | b:boolean          | true; -
        UNIQUE | t:string/n:number  | "a"/-; -/> 5
        UNIQUE | d:date             | <= date("2026-01-01"); >= date("2026-01-01")
        UNIQUE | n:number           | < limit; < limit
        UNIQUE | n:number           | < limit; -
        ANY    | n:number           | < 5=x; < 10=y
        """)
    void aTableThatMayHaveTwoAnswersAtOnceIsRefused(String hitPolicy, String columns, String rules) {
        assertThat(complaints(hitPolicy, columns, rules)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        n:number           | < 5; >= 5
        n:number           | <= 4; >= 5
        n:number           | [0..50]; (50..100]
        b:boolean          | true; false
        t:string           | "a"; -
        t:string           | "a"; not("a")
        t:string/n:number  | "a"/< 5; "a"/>= 5; not("a")/-
        n:number           | < limit; >= limit
        """)
    void aTableInWhichSomeRuleAlwaysHoldsHasNoGap(String columns, String rules) {
        assertThat(Cases.of(table("FIRST", columns, rules), Map.of())
                        .orElseThrow()
                        .gap())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        n:number           | < 5; > 5
        n:number           | >= 10
        n:number           | [0..0.5); [0.6..1]
        n:number           | [0..50]; [60..100]
        b:boolean          | true
        t:string           | "a"; "b"
        t:string/n:number  | "a"/-; -/> 5
        t:string/b:boolean | "a"/true; not("a")/-
        """)
    void aTableInWhichNoRuleMayHoldHasAGap(String columns, String rules) {
        assertThat(Cases.of(table("FIRST", columns, rules), Map.of())
                        .orElseThrow()
                        .gap())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        n:number           | -; < 5           | rule 1 always holds
        n:number/t:string  | < 5/-; -/-; -/"a" | rule 2 always holds
        """)
    void rulesThatAreNeverAskedAreToldWithoutBeingRefused(String columns, String rules, String told) {
        assertThat(new DecisionsAnswer(library("FIRST", columns, rules), Capabilities.of(List.of(), List.of()))
                        .violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).startsWith(told))
                .matches(violation -> !violation.isError());
    }

    private static long complaints(String hitPolicy, String columns, String rules) {
        return new DecisionsAnswer(library(hitPolicy, columns, rules), Capabilities.of(List.of(), List.of()))
                .violations()
                .size();
    }

    private static Decision table(String hitPolicy, String columns, String rules) {
        return Objects.requireNonNull(
                library(hitPolicy, columns, rules).decisions().get("table"));
    }

    private static Library library(String hitPolicy, String columns, String rules) {
        var xml = new StringBuilder("""
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">\
            <decision id="table" name="Table"><decisionTable hitPolicy="%s">\
            """.formatted(hitPolicy));
        for (var column : columns.strip().split("/")) {
            var parts = column.split(":");
            xml.append("<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                    .formatted(parts[1], parts[0]));
        }
        xml.append("<output name=\"answer\" />");
        for (var rule : rules.split(";")) {
            var answer = rule.matches(".*=[xy]\\s*")
                    ? rule.strip().substring(rule.strip().length() - 1)
                    : "x";
            xml.append("<rule>");
            Arrays.stream(rule.replaceFirst("=[xy]\\s*$", "").split("/"))
                    .forEach(cell ->
                            xml.append("<inputEntry><text><![CDATA[%s]]></text></inputEntry>".formatted(cell.strip())));
            xml.append("<outputEntry><text>\"%s\"</text></outputEntry></rule>".formatted(answer));
        }
        xml.append("</decisionTable></decision></definitions>");
        var library = Library.read(Map.of("table.dmn", xml.toString().getBytes(UTF_8)));
        assertThat(library.problems()).isEmpty();
        return library;
    }
}
