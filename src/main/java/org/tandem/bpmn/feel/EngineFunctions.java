package org.tandem.bpmn.feel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.syntaxtree.ValYearMonthDuration;

/** What engines add to FEEL: {@code cycle(duration)} and {@code cycle(times, duration)} give a cycle for a timer. */
public final class EngineFunctions extends JavaFunctionProvider {

    private static final String CYCLE = "cycle";

    @Override
    public Optional<JavaFunction> resolveFunction(String name) {
        return resolveFunctions(name).stream().findFirst();
    }

    @Override
    public List<JavaFunction> resolveFunctions(String name) {
        return name.equals(CYCLE)
                ? List.of(
                        new JavaFunction(List.of("interval"), values -> cycle(ValNull$.MODULE$, values.getFirst())),
                        new JavaFunction(
                                List.of("repetitions", "interval"),
                                values -> cycle(values.getFirst(), values.getLast())))
                : List.of();
    }

    @Override
    public Collection<String> getFunctionNames() {
        return List.of(CYCLE);
    }

    private static Val cycle(Val times, Val interval) {
        var count = switch (times) {
            case ValNumber number -> String.valueOf(number.value().toLong());
            default -> "";
        };
        return switch (interval) {
            case ValDayTimeDuration duration -> new ValString("R%s/%s".formatted(count, duration.value()));
            case ValYearMonthDuration duration -> new ValString("R%s/%s".formatted(count, duration.value()));
            default -> ValNull$.MODULE$;
        };
    }
}
