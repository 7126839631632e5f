package org.tandem.bpmn;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Definitions;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ValidationResultType;
import org.jspecify.annotations.Nullable;

/** What the model library that engines share finds wrong. Processes that are only drawn, not executed, may have anything. */
final class ModelLibrary {

    private static final String UNKNOWN_VALUE = "An attribute has a value that is not known";

    private ModelLibrary() {}

    /** A finding in the words of the library, at the element or what is around it that has an id. */
    record Finding(String elementId, String elementName, String type, String message) {}

    /** The library itself stumbles over some values that it does not know; then that is the finding. */
    static List<Finding> findings(BpmnModelInstance model) {
        try {
            return model.validate(ZeebeDesignTimeValidators.VALIDATORS).getResults().entrySet().stream()
                    .filter(result -> isExecuted(result.getKey()))
                    .flatMap(result -> result.getValue().stream()
                            .filter(said -> said.getType() == ValidationResultType.ERROR)
                            .map(said -> finding(result.getKey(), said.getMessage())))
                    .distinct()
                    .toList();
        } catch (RuntimeException stumbled) {
            return List.of(finding(model.getDefinitions(), UNKNOWN_VALUE));
        }
    }

    private static Finding finding(ModelElementInstance element, String message) {
        var type = element.getElementType().getTypeName();
        var named = named(
                element instanceof Definitions definitions
                        ? definitions.getChildElementsByType(Process.class).stream()
                                .map(ModelElementInstance.class::cast)
                                .findFirst()
                                .orElse(element)
                        : element);
        return named == null
                ? new Finding(type, "", type, message)
                : new Finding(
                        named.getAttributeValue("id"),
                        Objects.requireNonNullElse(named.getAttributeValue("name"), ""),
                        type,
                        message);
    }

    /** Definitions of events have ids too, but people know the events. */
    private static @Nullable ModelElementInstance named(ModelElementInstance element) {
        for (var around = element; around != null; around = around.getParentElement()) {
            var isDefinition = around.getElementType().getTypeName().endsWith("EventDefinition");
            if (!isDefinition && around.getAttributeValue("id") != null) {
                return around;
            }
        }
        return null;
    }

    static boolean isExecuted(ModelElementInstance element) {
        for (var around = element; around != null; around = around.getParentElement()) {
            if (around instanceof Process process) {
                return process.isExecutable();
            }
        }
        return true;
    }
}
