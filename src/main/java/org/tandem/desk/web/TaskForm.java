package org.tandem.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.desk.Drafts;
import org.tandem.desk.Drafts.Draft;
import org.tandem.desk.Drafts.Keeping;
import org.tandem.desk.Snippets;
import org.tandem.desk.TaskCases;
import org.tandem.desk.TaskForms;
import org.tandem.desk.TasksAway;
import org.tandem.desk.Work;
import org.tandem.staff.StaffMember;

/**
 * The form of a task for the browser's form-js, and the draft that is kept while somebody types. A form finds {@code atDesk} true where
 * conversation, brief and draft are beside it.
 */
@RestController
@RequestMapping("/desk/tasks/{key}")
class TaskForm {

    private static final String AT_DESK = "atDesk";
    private static final Pattern WINDOW = Pattern.compile("[a-z0-9]{1,40}");

    private final Work work;
    private final TaskForms forms;
    private final Drafts drafts;
    private final TaskCases cases;
    private final Snippets snippets;
    private final ObjectMapper json;

    TaskForm(Work work, TaskForms forms, Drafts drafts, TaskCases cases, Snippets snippets, ObjectMapper json) {
        this.work = work;
        this.forms = forms;
        this.drafts = drafts;
        this.cases = cases;
        this.snippets = snippets;
        this.json = json;
    }

    @GetMapping("/form")
    ResponseEntity<FormData> form(StaffMember me, @PathVariable long key) {
        var task = work.task(me, key);
        var schema = forms.of(task).filter(this::isJson).orElse("null");
        var draft = drafts.of(key, me.name());
        var file = cases.of(task);
        var variables = forms.variables(task);
        if (file.isPresent()) {
            variables.put(AT_DESK, BooleanNode.TRUE);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new FormData(
                        me.name(),
                        schema,
                        variables,
                        forms.fillable(schema, variables),
                        draft.map(Draft::content).orElse("null"),
                        draft.map(Draft::revision).orElse(0),
                        draft.map(kept -> kept.savedAt().toString()).orElse(null),
                        drafts.aside(key, me.name()).stream()
                                .map(FormData.Aside::of)
                                .toList(),
                        file.map(snippets::of).orElse(Map.of())));
    }

    /** Keeps what is typed, right or wrong, unless another window of the same person has kept something newer. */
    @PostMapping("/draft")
    ResponseEntity<?> keep(
            StaffMember me,
            @PathVariable long key,
            @RequestParam String values,
            @RequestParam int seen,
            @RequestParam(defaultValue = Drafts.A_WINDOW) String window) {
        mayFillIn(me, key);
        if (values.length() > Drafts.LONGEST) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).body(Map.of("longest", Drafts.LONGEST));
        }
        if (!isObject(values)) {
            return ResponseEntity.badRequest().body(Map.of("needed", "a JSON object"));
        }
        if (!WINDOW.matcher(window).matches()) {
            return ResponseEntity.badRequest().body(Map.of("needed", "window: 1 to 40 lower-case letters and digits"));
        }
        var keeping = drafts.keep(key, me.name(), values, seen, window);
        return ResponseEntity.status(keeping instanceof Keeping.Kept ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(KeptDraft.of(keeping));
    }

    /** Deletes what is set aside for a window of the same person. */
    @PostMapping("/draft/drop")
    ResponseEntity<Void> drop(StaffMember me, @PathVariable long key, @RequestParam String window) {
        mayFillIn(me, key);
        drafts.drop(key, me.name(), window);
        return ResponseEntity.noContent().build();
    }

    /** Whoever has a draft may go on with it also while the engine does not say whose task it is: only they see it. */
    private void mayFillIn(StaffMember me, long key) {
        try {
            work.task(me, key);
        } catch (TasksAway away) {
            if (drafts.of(key, me.name()).isEmpty()) {
                throw away;
            }
        }
    }

    private boolean isJson(String text) {
        try {
            json.readTree(text);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private boolean isObject(String text) {
        try {
            return json.readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
