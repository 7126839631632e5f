package org.tandem.bpmn;

import java.util.List;
import java.util.Set;

/**
 * What one file defines; each is read by itself.
 *
 * @param functions those that a DMN file defines itself
 * @param problems what could not be read
 * @param refusals what can be read, but no engine would take, or not as it is meant; none where something could not be read
 * @param leftOver what does nothing, but looks as if it did
 * @param doubts what is probably not meant
 */
record ModelFile(
        List<ProcessModel> processes,
        List<Decision> decisions,
        List<Form> forms,
        Set<String> functions,
        List<Problem> problems,
        List<Problem> refusals,
        List<Problem> leftOver,
        List<Problem> doubts) {

    /**
     * Reads a file; endings other than .bpmn, .dmn and .form define nothing. A reader that fails is a mistake of ours; the analyst is still
     * told which file it is about.
     */
    static ModelFile read(String file, byte[] content) {
        var reader = new Reader(file);
        try {
            if (file.endsWith(".bpmn")) {
                return bpmn(reader, content);
            }
            if (file.endsWith(".dmn")) {
                return dmn(reader, content);
            }
            if (file.endsWith(".form")) {
                return form(reader, content);
            }
        } catch (RuntimeException | StackOverflowError failed) {
            reader.problem(
                    null,
                    "",
                    "it cannot be understood (%s)".formatted(failed.getClass().getSimpleName()),
                    "Undo the last change of it, and tell the developers");
        }
        return nothing(reader);
    }

    private static ModelFile bpmn(Reader reader, byte[] content) {
        var bpmn = new BpmnReader(reader);
        var model = bpmn.parse(content).orElse(null);
        if (model == null) {
            return nothing(reader);
        }
        var processes = bpmn.processes(model);
        var isReadable = reader.problems().isEmpty();
        return new ModelFile(
                List.copyOf(processes),
                List.of(),
                List.of(),
                Set.of(),
                reader.problems(),
                isReadable ? Refusals.of(reader.file(), model, processes) : List.of(),
                isReadable ? LeftOver.in(reader.file(), model).toList() : List.of(),
                reader.doubts());
    }

    private static ModelFile dmn(Reader reader, byte[] content) {
        var dmn = new DmnReader(reader);
        var decisions = dmn.read(content);
        return new ModelFile(
                List.of(),
                List.copyOf(decisions),
                List.of(),
                Set.copyOf(dmn.functions()),
                reader.problems(),
                reader.problems().isEmpty() ? DecisionEngine.refusals(reader.file(), content) : List.of(),
                List.of(),
                reader.doubts());
    }

    private static ModelFile form(Reader reader, byte[] content) {
        var forms = new FormReader(reader)
                .read(content).filter(form -> !form.id().isBlank()).stream().toList();
        return new ModelFile(
                List.of(), List.of(), forms, Set.of(), reader.problems(), List.of(), List.of(), reader.doubts());
    }

    private static ModelFile nothing(Reader reader) {
        return new ModelFile(
                List.of(), List.of(), List.of(), Set.of(), reader.problems(), List.of(), List.of(), reader.doubts());
    }
}
