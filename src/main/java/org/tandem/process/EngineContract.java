package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.process.model.flow.Capabilities;

/** What models may count on, read from the job workers and messages themselves, so that it cannot differ from them. */
final class EngineContract {

    private static final List<Class<?>> WORKERS =
            List.of(AiAttemptWorker.class, PersonWorker.class, ClosingWorker.class);

    private EngineContract() {}

    static Capabilities capabilities() {
        return Capabilities.of(
                WORKERS.stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(JobWorker.class))
                        .map(EngineContract::worker)
                        .toList(),
                Arrays.stream(EngineMessage.values())
                        .map(EngineContract::message)
                        .toList());
    }

    private static Capabilities.Worker worker(Method method) {
        var errors = method.getAnnotation(ThrowsBpmnError.class);
        return new Capabilities.Worker(
                method.getAnnotation(JobWorker.class).type(),
                Arrays.stream(method.getParameters())
                        .filter(EngineContract::isNeeded)
                        .map(Parameter::getName)
                        .collect(Collectors.toSet()),
                written(method.getReturnType(), "").collect(Collectors.toSet()),
                errors == null ? Set.of() : Set.of(errors.value()));
    }

    private static boolean isNeeded(Parameter parameter) {
        var variable = parameter.getAnnotation(Variable.class);
        return variable != null && !variable.optional();
    }

    private static Stream<String> written(Class<?> result, String prefix) {
        if (!result.isRecord()) {
            return Stream.empty();
        }
        return Arrays.stream(result.getRecordComponents()).flatMap(component -> names(component, prefix));
    }

    private static Stream<String> names(RecordComponent component, String prefix) {
        var name = prefix + component.getName();
        return component.getType().isRecord() ? written(component.getType(), name + ".") : Stream.of(name);
    }

    private static Capabilities.SentMessage message(EngineMessage message) {
        return new Capabilities.SentMessage(
                message.label(), message.startsProcess() ? null : message.correlationVariable(), message.variables());
    }
}
