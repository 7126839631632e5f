package org.tandem.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tandem.bpmn.Form;

/** The forms of tasks: what is in them, and whether what was filled in fits. */
@Service
public class TaskForms {

    private static final List<String> WHICH_CASE = List.of("inquiryId", "inquiryNumber", "conversationKey");
    private static final String CALL = "call-customer";

    private final Tasks tasks;
    private final TaskCases cases;
    private final ObjectMapper json;
    private final Clock clock;

    TaskForms(Tasks tasks, TaskCases cases, ObjectMapper json, Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.json = json;
        this.clock = clock;
    }

    /** As deployed, as JSON; nothing if the task has none. */
    public Optional<String> of(Task task) {
        return tasks.form(task);
    }

    /** Whether this is the task of calling a customer. */
    public boolean isCall(Task task) {
        return of(task).flatMap(Form::of).filter(form -> form.id().equals(CALL)).isPresent();
    }

    /** The paths of what can be filled in, the names of the fields that hold it. */
    public List<List<String>> fillable(String form, Map<String, JsonNode> variables) {
        return FormFields.read(form).map(fields -> fields.paths(variables)).orElse(List.of());
    }

    /** What the task can see, by name. */
    public Map<String, JsonNode> variables(Task task) {
        var values = new HashMap<String, JsonNode>();
        tasks.variables(task.key()).forEach((name, value) -> read(value).ifPresent(node -> values.put(name, node)));
        return values;
    }

    /** Only what fits the form gets to the process; a task without one takes everything but what says which case it is about. */
    Entries check(Task task, String filledIn) {
        if (filledIn.length() > Entries.LONGEST) {
            return Entries.wrong(
                    "",
                    "This is too much: all fields together can have up to %,d characters, these have %,d."
                            .formatted(Entries.LONGEST, filledIn.length()));
        }
        var entries = read(filledIn).filter(JsonNode::isObject);
        if (entries.isEmpty()) {
            return Entries.wrong(
                    "", "These are no values: a JSON object is needed, such as {\"reply\": \"Dear customer\"}.");
        }
        return tasks.form(task)
                .flatMap(FormFields::read)
                .map(fields -> fields.check(
                        entries.get(), variables(task), clock.instant().atZone(cases.zone(task))))
                .orElseGet(() -> withoutForm(entries.get()));
    }

    /** Which case it is about stays as it is. */
    private static Entries withoutForm(JsonNode values) {
        return WHICH_CASE.stream()
                .filter(values::has)
                .findFirst()
                .map(name -> Entries.wrong(
                        name, "\"%s\" says which case this is about and cannot be changed.".formatted(name)))
                .orElseGet(() -> Entries.of(values));
    }

    private Optional<JsonNode> read(String value) {
        try {
            return Optional.ofNullable(json.readTree(value));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
