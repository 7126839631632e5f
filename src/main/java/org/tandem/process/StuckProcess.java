package org.tandem.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.Incident;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a process with an incident says of its case; empty where it says nothing.
 *
 * @param startKey the conversation key that its outermost process began with
 * @param handOverReason why a person has the case, or is to get it
 */
record StuckProcess(String inquiryId, String inquiryNumber, String startKey, String handOverReason) {

    private static final List<String> NAMES = List.of("inquiryId", "inquiryNumber", "startKey", "handOverReason");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Says nothing of a case. */
    static final StuckProcess UNKNOWN = of(Map.of());

    /** By the keys of the process instances, looked up for all incidents at once. */
    static Map<Long, StuckProcess> of(CamundaClient engine, List<Incident> incidents) {
        var instances = incidents.stream()
                .map(Incident::getProcessInstanceKey)
                .distinct()
                .toList();
        var texts = new HashMap<Long, Map<String, String>>();
        if (!instances.isEmpty()) {
            engine.newVariableSearchRequest()
                    .filter(filter -> filter.processInstanceKey(key -> key.in(instances))
                            .scopeKey(key -> key.in(instances))
                            .name(name -> name.in(NAMES)))
                    .page(page -> page.limit(instances.size() * NAMES.size()))
                    .send()
                    .join()
                    .items()
                    .forEach(variable -> texts.computeIfAbsent(variable.getProcessInstanceKey(), key -> new HashMap<>())
                            .put(variable.getName(), text(variable.getValue())));
        }
        var processes = new HashMap<Long, StuckProcess>();
        texts.forEach((instance, said) -> processes.put(instance, of(said)));
        return processes;
    }

    private static StuckProcess of(Map<String, String> said) {
        return new StuckProcess(
                said.getOrDefault("inquiryId", ""),
                said.getOrDefault("inquiryNumber", ""),
                said.getOrDefault("startKey", ""),
                said.getOrDefault("handOverReason", ""));
    }

    /** Whether it can be told that its case is stuck. */
    boolean isCase() {
        return !inquiryId.isEmpty() && !startKey.isEmpty();
    }

    Optional<String> number() {
        return Optional.of(inquiryNumber).filter(number -> !number.isEmpty());
    }

    private static String text(String value) {
        try {
            return JSON.readTree(value).asText("");
        } catch (JsonProcessingException cut) {
            return "";
        }
    }
}
