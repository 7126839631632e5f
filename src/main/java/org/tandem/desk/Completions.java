package org.tandem.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Judges what a task was completed with by the rules of its form, wherever that was done: the desk does so before it completes a task,
 * but the process engine takes anything from anybody.
 */
@Component
public class Completions {

    private final Tasks tasks;
    private final TaskCases cases;
    private final ObjectMapper json;
    private final Clock clock;

    Completions(Tasks tasks, TaskCases cases, ObjectMapper json, Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is wrong with a completed task; nothing if it has no form.
     *
     * @param variables what was filled in, and maybe variables that the form has no field for
     */
    public List<FieldFlaw> flaws(long key, JsonNode variables) {
        return tasks.get(key).map(task -> flaws(key, task, variables)).orElse(List.of());
    }

    private List<FieldFlaw> flaws(long key, Task task, JsonNode variables) {
        return tasks.form(task)
                .flatMap(FormFields::read)
                .map(fields -> fields.check(
                                fields.ownOf(variables),
                                variables(key),
                                clock.instant().atZone(cases.zone(task)))
                        .flaws())
                .orElse(List.of());
    }

    private Map<String, JsonNode> variables(long key) {
        var values = new HashMap<String, JsonNode>();
        tasks.variables(key).forEach((name, value) -> values.put(name, read(value)));
        return values;
    }

    private JsonNode read(String value) {
        try {
            return json.readTree(value);
        } catch (JsonProcessingException cut) {
            return json.nullNode();
        }
    }
}
