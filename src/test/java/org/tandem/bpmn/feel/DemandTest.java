package org.tandem.bpmn.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DURATION   | PT30S
        DURATION   | P1DT12H
        DURATION   | P3D
        DURATION   | P2W
        DURATION   | P1Y2M
        DURATION   | PT0.5S
        DURATION   | =duration("PT5M")
        DURATION   | =duration(x)
        DURATION   | =x
        DURATION   | ="PT" + string(x) + "M"
        DURATION   | =duration("PT1H") * 2
        DURATION   | =if x > 1 then duration("PT1H") else "PT2H"
        DURATION   | =date and time("2030-01-02T00:00:00Z") - now()
        DURATION   | =@"PT5M"
        DURATION   | =levels[1].warnAfter
        DURATION   | =get value(levels, "warnAfter")
        DATE       | 2026-12-01T09:00:00Z
        DATE       | 2026-12-01T09:00:00+01:00
        DATE       | 2026-12-01T09:00:00+01:00[Europe/Berlin]
        DATE       | =now() + duration("P2D")
        DATE       | =date and time(x)
        DATE       | =date and time(date("2030-01-01"), time("09:00:00Z"))
        DATE       | =x.due
        CYCLE      | R3/PT10S
        CYCLE      | R/PT1H
        CYCLE      | R5/2030-01-01T00:00:00Z/P1D
        CYCLE      | 0 0 9 * * MON-FRI
        CYCLE      | @daily
        CYCLE      | ="R/" + x
        CYCLE      | =cycle(3, duration("PT1H"))
        TEXT       | ada
        TEXT       | ="ada"
        TEXT       | =if x = null then "" else x
        TEXT       | =string(x)
        KEY        | =inquiryId
        KEY        | =4711
        KEY        | ="a-" + x
        TEXTS      | payments
        TEXTS      | payments, disputes
        TEXTS      | =["payments", "disputes"]
        TEXTS      | =[x]
        TEXTS      | =x
        TEXTS      | =append(x, "general")
        TEXTS      | =for g in x return g.name
        DATE_OR_NONE | =null
        DATE_OR_NONE | =null + duration("PT1H")
        DATE_OR_NONE | =if x = null then null else date and time(x)
        PRIORITY   | 0
        PRIORITY   | 100
        PRIORITY   | =50
        PRIORITY   | =if x > 3 then 80 else 20
        RETRIES    | 3
        RETRIES    | =5
        TRUTH      | =x
        TRUTH      | =x = "a" and not(y)
        TRUTH      | =list contains(x, "a")
        TRUTH      | =some i in x satisfies i > 3
        LIST       | =x
        LIST       | =[1, 2]
        LIST       | =x.items
        LIST       | =x[item > 3]
        """)
    void whatMayBeRightIsAccepted(Demand demand, String text) {
        assertThat(unfit(demand, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DURATION   | 30S
        DURATION   | 30
        DURATION   | 5 minutes
        DURATION   | PT5
        DURATION   | P1H
        DURATION   | -PT30S
        DURATION   | PT1D
        DURATION   | P1.5D
        DURATION   | 2026-12-01T09:00:00Z
        DURATION   | R3/PT10S
        DURATION   | 0 0 9 * * MON-FRI
        DURATION   | duration("PT5M")
        DURATION   | =30
        DURATION   | =30 * 60
        DURATION   | =x > 3
        DURATION   | ="5 minutes"
        DURATION   | =duration("5 minutes")
        DURATION   | =now()
        DURATION   | =now() + duration(x)
        DURATION   | =["PT5M"]
        DURATION   | =null
        DURATION   | =if x then 30 else 60
        DURATION   | P99999999999Y
        DURATION   | PT9999999999999999H
        DATE       | PT30S
        DATE       | 2026-12-01
        DATE       | 01.12.2026
        DATE       | 2026-12-01 09:00
        DATE       | 2026-12-01T09:00:00
        DATE       | 2026-13-01T09:00:00Z
        DATE       | =duration("PT5M")
        DATE       | =today()
        DATE       | =date("2026-12-01")
        DATE       | =date and time("tomorrow")
        DATE       | tomorrow
        DATE_OR_NONE | =now() + "PT1H"
        DATE_OR_NONE | =if x then now() + 3 else now() + 4
        CYCLE      | PT10S
        CYCLE      | 2026-12-01T09:00:00Z
        CYCLE      | R3
        CYCLE      | R3/10S
        CYCLE      | R-1/PT10S
        CYCLE      | R/PT0S
        CYCLE      | 0 9 * * MON-FRI
        CYCLE      | 0 0 25 * * *
        CYCLE      | =duration("PT5M")
        TEXT       | =null
        TEXT       | =4711
        TEXT       | =["ada"]
        TEXT       | =x > 3
        KEY        | inquiryId
        KEY        | =null
        KEY        | =true
        KEY        | =[x]
        TEXTS      | ="payments"
        TEXTS      | ="payments, disputes"
        TEXTS      | =[1, 2]
        TEXTS      | =[["payments"]]
        TEXTS      | =null
        TEXTS      | ="team-" + x
        DATE_OR_NONE | =duration(x)
        DATE_OR_NONE | P2D
        PRIORITY   | high
        PRIORITY   | 101
        PRIORITY   | -1
        PRIORITY   | ="high"
        PRIORITY   | =50.5
        RETRIES    | 0
        RETRIES    | three
        RETRIES    | =x > 3
        TRUTH      | x > 3
        TRUTH      | true
        TRUTH      | ="true"
        TRUTH      | =1
        TRUTH      | =x + 1
        TRUTH      | =duration(x)
        LIST       | items
        LIST       | ="a,b"
        LIST       | =count(x)
        """)
    void whatCannotBeRightIsRefused(Demand demand, String text) {
        assertThat(unfit(demand, text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        =duration(x) | PT5M,PT1H     |
        =duration(x) | PT5M,an hour  | an hour
        =x           | PT5M,tomorrow | tomorrow
        ="PT" + x    | 5M,1H         |
        ="PT" + x    | 5M,1          | 1
        """)
    void everyValueThatAVariableIsKnownToHaveIsTried(String text, String values, String wrong) {
        var known = Value.oneOf(
                Set.copyOf(
                        Arrays.stream(values.split(",")).map(Value.Known::new).toList()),
                true);
        var unfit = Expression.attribute(text).unfit(Demand.DURATION, with("x", known));

        assertThat(unfit.map(found -> found.with().get("x"))).isEqualTo(Optional.ofNullable(wrong));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        =durations(x)               | durations
        =duration(x, 1)             | duration
        =Duration(x)                | Duration
        =duration(text: x)          | duration
        =upperCase(x)               | upperCase
        =duration(x)                |
        =duration(from: x)          |
        =min(1, 2, 3, x)            |
        =min(x)                     |
        =date and time(x, y)        |
        ={double: function(n) n * 2, r: double(x)}.r |
        =is defined(x)              |
        =today()                    |
        """)
    void functionsThatFeelDoesNotHaveAreFound(String text, String function) {
        assertThat(Expression.attribute(text).wrongCalls().stream()
                        .map(Functions.Wrong::function)
                        .toList())
                .isEqualTo(function == null ? List.of() : List.of(function));
    }

    private static Optional<Unfit> unfit(Demand demand, String text) {
        return Expression.attribute(text).unfit(demand, Scope.ANYTHING);
    }

    private static Scope with(String name, Value value) {
        return new Scope() {
            @Override
            public Optional<Value> get(String variable) {
                return Optional.of(variable.equals(name) ? value : Value.ANYTHING);
            }

            @Override
            public Scope with(String variable, Value better) {
                return this;
            }
        };
    }
}
