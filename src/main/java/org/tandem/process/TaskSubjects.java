package org.tandem.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.search.response.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.desk.Task;

/** What tasks are about, told by variables of their process instances, looked up for all of them at once. */
record TaskSubjects(Map<Long, Map<String, JsonNode>> byInstance) {

    static final List<String> NAMES = List.of(
            "inquiryId",
            "inquiryNumber",
            "topic",
            "handOverReason",
            "notFor",
            "routing",
            "language",
            "previousAgent",
            "answeredBefore");
    private static final ObjectMapper JSON = new ObjectMapper();

    static TaskSubjects of(Stream<Long> ofTasks, Function<List<Long>, List<Variable>> lookUp) {
        var instances = ofTasks.distinct().toList();
        var byInstance = new HashMap<Long, Map<String, JsonNode>>();
        if (!instances.isEmpty()) {
            lookUp.apply(instances).forEach(variable -> {
                var value = value(variable.getValue());
                if (value != null) {
                    byInstance
                            .computeIfAbsent(variable.getProcessInstanceKey(), key -> new HashMap<>())
                            .put(variable.getName(), value);
                }
            });
        }
        return new TaskSubjects(byInstance);
    }

    Task.Subject of(long instance) {
        var known = byInstance.getOrDefault(instance, Map.of());
        return new Task.Subject(
                text(known, "inquiryId"),
                text(known, "inquiryNumber"),
                text(known, "topic"),
                text(known, "handOverReason"),
                names(known.get("notFor")),
                skills(known.get("routing")),
                text(known, "language"),
                Optional.ofNullable(text(known, "answeredBefore")).orElseGet(() -> text(known, "previousAgent")));
    }

    private static @Nullable String text(Map<String, JsonNode> known, String name) {
        var value = known.get(name);
        return value == null ? null : value.textValue();
    }

    /** One name, or several. */
    private static Set<String> names(@Nullable JsonNode value) {
        var names = new HashSet<String>();
        if (value != null && value.isTextual()) {
            names.add(value.textValue());
        } else if (value != null) {
            value.forEach(name -> names.add(name.asText()));
        }
        return names;
    }

    private static @Nullable List<String> skills(@Nullable JsonNode routing) {
        if (routing == null || !routing.path("skills").isArray()) {
            return null;
        }
        var skills = new ArrayList<String>();
        routing.get("skills").forEach(skill -> skills.add(skill.asText()));
        return skills;
    }

    private static @Nullable JsonNode value(@Nullable String value) {
        try {
            return value == null ? null : JSON.readTree(value);
        } catch (JsonProcessingException cut) {
            return null;
        }
    }
}
