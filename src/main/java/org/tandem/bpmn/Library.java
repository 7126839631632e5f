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
        return ModelFiles.of(files).library();
    }

    /** What the files define together, by name. */
    static Library of(Map<String, ModelFile> files) {
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

    private void add(String name, ModelFile file) {
        problems.addAll(file.problems());
        for (var process : file.processes()) {
            unique(name, process.id(), process.name(), "process", processes.putIfAbsent(process.id(), process));
        }
        for (var decision : file.decisions()) {
            unique(name, decision.id(), decision.name(), "decision", decisions.putIfAbsent(decision.id(), decision));
        }
        for (var form : file.forms()) {
            unique(name, form.id(), "", "form", forms.putIfAbsent(form.id(), form));
        }
        functions.addAll(file.functions());
        refusals.addAll(file.refusals());
        leftOver.addAll(file.leftOver());
        doubts.addAll(file.doubts());
    }

    private void unique(String file, String id, String name, String kind, @Nullable Object other) {
        if (other != null) {
            problems.add(new Problem(
                    file,
                    id,
                    name,
                    "another file has a %s with the same id".formatted(kind),
                    "Give each %s its own id".formatted(kind)));
        }
    }
}
