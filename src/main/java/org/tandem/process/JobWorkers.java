package org.tandem.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.policy.states.Capabilities.Worker;

/**
 * Reads from the annotated methods of worker classes what they promise: the job type, the variables they ask for and cannot do
 * without (those not {@code @Nullable}), and the record they return, whose components are the variables they write. Errors are not to be seen there; see
 * {@link Worker#throwing}.
 */
public final class JobWorkers {

    private JobWorkers() {}

    public static List<Worker> of(Class<?>... classes) {
        return Arrays.stream(classes)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(JobWorker.class))
                .map(method -> new Worker(type(method), reads(method), writes(method), mayBeNull(method), Set.of()))
                .toList();
    }

    private static String type(Method method) {
        var type = method.getAnnotation(JobWorker.class).type();
        return type.isBlank() ? method.getName() : type;
    }

    private static Set<String> reads(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Variable.class)
                        && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .flatMap(parameter -> {
                    var given = parameter.getAnnotation(Variable.class).name();
                    var name = given.isBlank() ? parameter.getName() : given;
                    return parameter.getType().isRecord()
                            ? components(parameter.getType())
                                    .filter(field -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                                    .map(field -> name + "." + field.getName())
                            : Stream.of(name);
                })
                .collect(Collectors.toSet());
    }

    /** A component that is a record itself is told field by field. */
    private static Set<String> writes(Method method) {
        return components(method.getReturnType())
                .flatMap(component -> component.getType().isRecord()
                        ? components(component.getType()).map(field -> component.getName() + "." + field.getName())
                        : Stream.of(component.getName()))
                .collect(Collectors.toSet());
    }

    private static Set<String> mayBeNull(Method method) {
        return components(method.getReturnType())
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return type.isRecord() ? Arrays.stream(type.getRecordComponents()) : Stream.of();
    }
}
