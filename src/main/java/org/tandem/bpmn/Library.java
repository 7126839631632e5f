package org.tandem.bpmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.Expression;

/**
 * Everything a set of model files defines, by id.
 *
 * @param functions those that the DMN files define themselves
 * @param problems what could not be read
 * @param refusals what can be read, but no engine would take, or not as it is meant
 * @param leftOver what does nothing, but looks as if it did
 * @param doubts what is probably not meant
 */
public record Library(
        Map<String, ProcessModel> processes,
        Map<String, Decision> decisions,
        Map<String, Form> forms,
        Set<String> functions,
        List<Problem> problems,
        List<Problem> refusals,
        List<Problem> leftOver,
        List<Problem> doubts) {

    /** Reads the files, given by name; other endings than .bpmn, .dmn and .form are left alone. */
    public static Library read(Map<String, byte[]> files) {
        var library = new Library(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new HashSet<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        files.forEach(library::add);
        return library;
    }

    /** Whether every process and decision that is called by a plain name is here; without one, nobody can tell where a way leads. */
    public boolean hasWhatItCalls() {
        return processes.values().stream()
                .flatMap(process -> process.nodes().values().stream())
                .allMatch(node -> switch (node.behaviour()) {
                    case Behaviour.Call call -> isAmong(processes, call.process());
                    case Behaviour.Decide task -> isAmong(decisions, task.decision());
                    default -> true;
                });
    }

    private static boolean isAmong(Map<String, ?> models, @Nullable Expression id) {
        return id != null && id.constant().map(models::containsKey).orElse(true);
    }

    /** The form that a task names; nothing if it names none, or one that is not there. */
    public Optional<Form> form(Behaviour.UserTask task) {
        return Optional.ofNullable(task.form()).flatMap(Expression::constant).map(forms::get);
    }

    /** A decision and all that it builds on; nothing if it is not there. */
    public Stream<Decision> withRequired(String decision) {
        return withRequired(decision, new HashSet<>());
    }

    private Stream<Decision> withRequired(String id, Set<String> seen) {
        var decision = decisions.get(id);
        return decision == null || !seen.add(id)
                ? Stream.of()
                : Stream.concat(
                        Stream.of(decision),
                        decision.requires().stream().flatMap(required -> withRequired(required, seen)));
    }

    /** A reader that fails is a mistake of ours; the analyst is still told which file it is about. */
    private void add(String file, byte[] content) {
        var reader = new Reader(file);
        try {
            read(reader, file, content);
        } catch (RuntimeException | StackOverflowError failed) {
            reader.problem(
                    null,
                    "",
                    "it cannot be understood (%s)".formatted(failed.getClass().getSimpleName()),
                    "Undo the last change of it, and tell the developers");
        }
        problems.addAll(reader.problems());
        doubts.addAll(reader.doubts());
    }

    private void read(Reader reader, String file, byte[] content) {
        if (file.endsWith(".bpmn")) {
            var bpmn = new BpmnReader(reader);
            bpmn.parse(content).ifPresent(model -> {
                var found = bpmn.processes(model);
                found.forEach(process -> unique(
                        reader, process.id(), process.name(), "process", processes.putIfAbsent(process.id(), process)));
                if (reader.problems().isEmpty()) {
                    refusals.addAll(Refusals.of(file, model, found));
                    leftOver.addAll(LeftOver.in(file, model).toList());
                }
            });
        } else if (file.endsWith(".dmn")) {
            var dmn = new DmnReader(reader);
            for (var decision : dmn.read(content)) {
                unique(
                        reader,
                        decision.id(),
                        decision.name(),
                        "decision",
                        decisions.putIfAbsent(decision.id(), decision));
            }
            functions.addAll(dmn.functions());
            if (reader.problems().isEmpty()) {
                refusals.addAll(DecisionEngine.refusals(file, content));
            }
        } else if (file.endsWith(".form")) {
            new FormReader(reader)
                    .read(content)
                    .filter(form -> !form.id().isBlank())
                    .ifPresent(form -> unique(reader, form.id(), "", "form", forms.putIfAbsent(form.id(), form)));
        }
    }

    private static void unique(Reader reader, String id, String name, String kind, @Nullable Object other) {
        if (other != null) {
            reader.problem(
                    id,
                    name,
                    "another file has a %s with the same id".formatted(kind),
                    "Give each %s its own id".formatted(kind));
        }
    }
}
