package org.tandem.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tandem.desk.Task.Status;
import org.tandem.desk.Tasks.Found;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;
import org.tandem.inquiry.UnknownInquiry;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** What people do with tasks: they see theirs and those of their groups, leads see all, and whoever was slower is told so. */
@Service
public class Work {

    private static final String DONE_ALREADY =
            "You have completed this task already, perhaps in another window. This time nothing was sent.";
    private static final List<String> WHICH_CASE = List.of("inquiryId", "inquiryNumber", "conversationKey");
    private static final String WITHDRAWN =
            "The customer withdrew the inquiry meanwhile, so there is nobody left to answer. Nothing was sent.";

    private final Tasks tasks;
    private final Inquiries inquiries;
    private final Drafts drafts;
    private final Recently recently;
    private final ObjectMapper json;

    Work(Tasks tasks, Inquiries inquiries, Drafts drafts, Recently recently, ObjectMapper json) {
        this.tasks = tasks;
        this.inquiries = inquiries;
        this.drafts = drafts;
        this.recently = recently;
        this.json = json;
    }

    public Found find(TaskSearch search) {
        var found = tasks.find(search);
        var open = found.tasks().stream()
                .map(recently::applyTo)
                .filter(Task::isOpen)
                .filter(task -> search.assignee() == null || task.isWith(search.assignee()))
                .filter(task -> !search.free() || task.assignee() == null)
                .toList();
        return new Found(open, found.total() - (found.tasks().size() - open.size()));
    }

    public Task task(StaffMember who, long key) {
        var task = tasks.get(key).map(recently::applyTo).orElseThrow(() -> new UnknownTask(key));
        if (!maySee(who, task)) {
            throw new NotYourTask(task);
        }
        return task;
    }

    /** The case that the task is about, if it is about one of ours. */
    public Optional<CaseFile> caseOf(Task task) {
        var id = task.subject().inquiryId();
        try {
            return id == null ? Optional.empty() : Optional.of(inquiries.get(InquiryId.of(id)));
        } catch (UnknownInquiry | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    public Optional<String> form(Task task) {
        return tasks.form(task);
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

    public Outcome claim(StaffMember who, long key) {
        return claim(who, task(who, key));
    }

    /** Gives a task back; leads also give back what others have. */
    public Outcome release(StaffMember who, long key) {
        var task = task(who, key);
        if (!who.is(Role.LEAD) && claim(who, task) instanceof Outcome.TooLate tooLate) {
            return tooLate;
        }
        return switch (tasks.release(key)) {
            case DONE -> {
                recently.became(key, Status.OPEN, null);
                yield new Outcome.Done();
            }
            case TAKEN, OVER -> over(who, task);
        };
    }

    /**
     * Completes a task with what was filled in, a JSON object. Only what fits the task's form gets to the process; a task without a form
     * takes everything but what says which case it is about.
     */
    public Outcome complete(StaffMember who, long key, String filledIn) {
        var task = task(who, key);
        if (task.isOpen() && isWithdrawn(task)) {
            return new Outcome.TooLate(WITHDRAWN);
        }
        var entries = check(task, filledIn);
        if (!entries.flaws().isEmpty()) {
            return new Outcome.Wrong(entries.flaws());
        }
        if (claim(who, task) instanceof Outcome.TooLate tooLate) { // whoever has it meanwhile keeps it
            return tooLate;
        }
        var variables = new HashMap<String, String>();
        entries.variables().forEach((name, value) -> variables.put(name, value.toString()));
        return switch (tasks.complete(key, variables)) {
            case DONE -> {
                recently.became(key, Status.COMPLETED, who.name());
                drafts.forget(key, who.name());
                yield new Outcome.Done();
            }
            case TAKEN, OVER -> over(who, task);
        };
    }

    private Entries check(Task task, String filledIn) {
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
                .map(fields -> fields.check(entries.get(), variables(task)))
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

    private Outcome claim(StaffMember who, Task task) {
        return switch (tasks.claim(task.key(), who.name())) {
            case DONE -> {
                recently.became(task.key(), Status.OPEN, who.name());
                yield new Outcome.Done();
            }
            case TAKEN -> taken(task);
            case OVER -> over(who, task);
        };
    }

    private Outcome.TooLate taken(Task before) {
        var has = tasks.get(before.key()).map(Task::assignee).orElse(null);
        return new Outcome.TooLate(
                (has == null ? "Somebody else" : has) + " was faster and has this task now. Nothing was changed.");
    }

    private Outcome.TooLate over(StaffMember who, Task before) {
        if (isWithdrawn(before)) {
            return new Outcome.TooLate(WITHDRAWN);
        }
        var now = tasks.get(before.key()).map(recently::applyTo).orElse(before);
        return new Outcome.TooLate(
                switch (now.status()) {
                    case COMPLETED ->
                        now.isWith(who.name())
                                ? DONE_ALREADY
                                : (now.assignee() == null ? "Somebody" : now.assignee())
                                        + " was faster and completed this task. Nothing of yours was sent.";
                    case CANCELLED -> "The process does not need this task any more. Nothing was sent.";
                    case OPEN ->
                        "This task is over: somebody completed it, or the process does not need it any more."
                                + " Nothing of yours was sent.";
                });
    }

    private boolean isWithdrawn(Task task) {
        return caseOf(task).filter(file -> file.state() == State.WITHDRAWN).isPresent();
    }

    private static boolean maySee(StaffMember who, Task task) {
        return who.is(Role.LEAD)
                || task.isWith(who.name())
                || task.users().contains(who.name())
                || task.groups().stream().anyMatch(who.groups()::contains)
                || task.groups().isEmpty() && task.users().isEmpty();
    }

    private Optional<JsonNode> read(String value) {
        try {
            return Optional.ofNullable(json.readTree(value));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
