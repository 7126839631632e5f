package org.tandem.bpmn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Decision.Input;
import org.tandem.bpmn.Decision.Rule;
import org.tandem.bpmn.feel.Expression;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads the decisions of a DMN file. */
final class DmnReader {

    private static final Set<String> HIT_POLICIES =
            Set.of("UNIQUE", "FIRST", "ANY", "PRIORITY", "COLLECT", "RULE ORDER", "OUTPUT ORDER");

    private final Reader reader;
    private final Set<String> functions = new HashSet<>();

    DmnReader(Reader reader) {
        this.reader = reader;
    }

    List<Decision> read(byte[] content) {
        var document = parse(content);
        if (document == null) {
            return List.of();
        }
        Blanks.complain(reader, document.getDocumentElement());
        all(document.getDocumentElement(), "businessKnowledgeModel")
                .forEach(model -> functions.add(model.getAttribute("name")));
        return all(document.getDocumentElement(), "decision").stream()
                .map(this::decision)
                .toList();
    }

    /** The business knowledge models, which expressions call by name. */
    Set<String> functions() {
        return functions;
    }

    private @Nullable Document parse(byte[] content) {
        try {
            var document = Xml.parse(content);
            if (document.getDocumentElement().getLocalName().equals("definitions")
                    && String.valueOf(document.getDocumentElement().getNamespaceURI())
                            .contains("/DMN/")) {
                return document;
            }
            unreadable("it does not begin with the definitions of DMN");
        } catch (SAXParseException e) {
            unreadable("line %d: %s".formatted(e.getLineNumber(), XmlText.plain(String.valueOf(e.getMessage()))));
        } catch (SAXException | IOException e) {
            unreadable(XmlText.plain(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private void unreadable(String why) {
        reader.problem(
                null,
                "",
                "not readable as DMN, " + why,
                "Open it in Camunda Modeler and save it again, or take the last version that worked");
    }

    private Decision decision(Element decision) {
        var id = decision.getAttribute("id");
        var name = decision.getAttribute("name");
        var outputs = all(decision, "output").stream()
                .map(output -> output.getAttribute("name"))
                .toList();
        var requires = all(decision, "requiredDecision").stream()
                .map(required -> required.getAttribute("href").replaceFirst("^.*#", ""))
                .toList();
        var table = all(decision, "decisionTable").stream().findFirst();
        table.filter(element -> !HIT_POLICIES.contains(hitPolicy(element)))
                .ifPresent(element -> reader.problem(
                        id,
                        name,
                        "there is no hit policy \"%s\"".formatted(hitPolicy(element)),
                        "Choose FIRST, where the topmost rule counts, or another one that there is"));
        return new Decision(
                reader.file(),
                id,
                name,
                table.map(DmnReader::hitPolicy).orElse(""),
                table.filter(element -> element.hasAttribute("aggregation")).isPresent(),
                inputs(decision, id, name),
                all(decision, "rule").stream()
                        .map(rule -> rule(rule, outputs, id, name))
                        .toList(),
                outputs,
                requires,
                all(decision, "versionTag").stream()
                        .map(tag -> tag.getAttribute("value"))
                        .findFirst()
                        .orElse(null));
    }

    private static String hitPolicy(Element table) {
        return table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
    }

    private List<Input> inputs(Element decision, String id, String name) {
        var inputs = new ArrayList<Input>();
        for (var input : all(decision, "input")) {
            var asked = all(input, "inputExpression").stream().findFirst();
            var expression = asked.flatMap(DmnReader::text);
            if (expression.isEmpty()) {
                var label = input.getAttribute("label");
                reader.problem(
                        id,
                        name,
                        "the input column%s has no expression".formatted(label.isBlank() ? "" : " \"" + label + "\""),
                        "Write there which variable it looks at, or delete the column");
            }
            var values = all(input, "inputValues").stream().findFirst().flatMap(DmnReader::text);
            expression
                    .flatMap(text -> reader.feel(text, id, name))
                    .ifPresent(feel -> inputs.add(new Input(
                            input.getAttribute("label"),
                            feel,
                            asked.get().getAttribute("typeRef"),
                            values.flatMap(text -> reader.unaryTests(text, id, name)).stream()
                                    .toList())));
        }
        for (var literal : all(decision, "literalExpression")) {
            text(literal)
                    .flatMap(text -> reader.feel(text, id, name))
                    .ifPresent(feel -> inputs.add(new Input("", feel, "", List.of())));
        }
        return inputs;
    }

    private Rule rule(Element rule, List<String> outputs, String id, String name) {
        var answers = new LinkedHashMap<String, Expression>();
        var cells = all(rule, "outputEntry");
        for (var column = 0; column < Math.min(cells.size(), outputs.size()); column++) {
            var output = outputs.get(column);
            text(cells.get(column))
                    .flatMap(text -> reader.feel(text, id, name))
                    .ifPresent(feel -> answers.put(output, feel));
        }
        return new Rule(
                rule.getAttribute("id"),
                all(rule, "inputEntry").stream()
                        .map(cell -> text(cell)
                                .filter(text -> !text.strip().equals("-"))
                                .flatMap(text -> reader.unaryTests(text, id, name)))
                        .toList(),
                answers);
    }

    private static Optional<String> text(Element element) {
        return all(element, "text").stream()
                .map(Element::getTextContent)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static List<Element> all(Element parent, String name) {
        var found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
