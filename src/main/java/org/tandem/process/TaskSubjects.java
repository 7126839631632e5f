package org.tandem.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.Task;

/** What tasks are about, told by variables of their process instances, looked up for all of them at once. */
record TaskSubjects(Map<Long, Map<String, String>> byInstance) {

    static final List<String> NAMES = List.of("inquiryId", "inquiryNumber", "topic", "handOverReason", "notFor");
    private static final ObjectMapper JSON = new ObjectMapper();

    static TaskSubjects of(List<UserTask> tasks, Function<List<Long>, List<Variable>> lookUp) {
        var instances =
                tasks.stream().map(UserTask::getProcessInstanceKey).distinct().toList();
        var byInstance = new HashMap<Long, Map<String, String>>();
        if (!instances.isEmpty()) {
            lookUp.apply(instances).forEach(variable -> {
                var text = text(variable.getValue());
                if (text != null) {
                    byInstance
                            .computeIfAbsent(variable.getProcessInstanceKey(), key -> new HashMap<>())
                            .put(variable.getName(), text);
                }
            });
        }
        return new TaskSubjects(byInstance);
    }

    Task.Subject of(long instance) {
        var known = byInstance.getOrDefault(instance, Map.of());
        return new Task.Subject(
                known.get("inquiryId"),
                known.get("inquiryNumber"),
                known.get("topic"),
                known.get("handOverReason"),
                known.get("notFor"));
    }

    private static @Nullable String text(@Nullable String value) {
        try {
            return value == null ? null : JSON.readTree(value).textValue();
        } catch (JsonProcessingException cut) {
            return null;
        }
    }
}
