package org.tandem.bpmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Decision.Input;
import org.tandem.bpmn.feel.Expression;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads the decisions of a DMN file. */
final class DmnReader {

    private static final Set<String> COLLECTING = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

    private final Reader reader;

    DmnReader(Reader reader) {
        this.reader = reader;
    }

    List<Decision> read(byte[] content) {
        var document = parse(content);
        return document == null
                ? List.of()
                : all(document.getDocumentElement(), "decision").stream()
                        .map(this::decision)
                        .toList();
    }

    private @Nullable Document parse(byte[] content) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var document = builder.parse(new ByteArrayInputStream(content));
            if (document.getDocumentElement().getLocalName().equals("definitions")
                    && String.valueOf(document.getDocumentElement().getNamespaceURI())
                            .contains("/DMN/")) {
                return document;
            }
            unreadable("it does not begin with the definitions of DMN");
        } catch (SAXParseException e) {
            unreadable("line %d: %s".formatted(e.getLineNumber(), XmlText.plain(String.valueOf(e.getMessage()))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
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
        var hitPolicy = all(decision, "decisionTable").stream()
                .map(table -> table.getAttribute("hitPolicy"))
                .findFirst()
                .orElse("");
        return new Decision(
                reader.file(),
                id,
                name,
                inputs(decision, id, name),
                rules(decision, id, name),
                outputs,
                COLLECTING.contains(hitPolicy),
                requires,
                all(decision, "versionTag").stream()
                        .map(tag -> tag.getAttribute("value"))
                        .findFirst()
                        .orElse(null));
    }

    private List<Input> inputs(Element decision, String id, String name) {
        var inputs = new ArrayList<Input>();
        for (var input : all(decision, "input")) {
            all(input, "inputExpression").stream()
                    .flatMap(expression -> all(expression, "text").stream())
                    .filter(text -> !text.getTextContent().isBlank())
                    .findFirst()
                    .flatMap(text -> reader.feel(text.getTextContent(), id, name))
                    .ifPresent(expression -> inputs.add(new Input(input.getAttribute("label"), expression)));
        }
        for (var literal : all(decision, "literalExpression")) {
            for (var text : all(literal, "text")) {
                reader.feel(text.getTextContent(), id, name)
                        .ifPresent(expression -> inputs.add(new Input("", expression)));
            }
        }
        return inputs;
    }

    private List<Expression> rules(Element decision, String id, String name) {
        var expressions = new ArrayList<Expression>();
        for (var rule : all(decision, "rule")) {
            for (var cell : cells(rule, "inputEntry")) {
                reader.unaryTests(cell, id, name).ifPresent(expressions::add);
            }
            for (var cell : cells(rule, "outputEntry")) {
                reader.feel(cell, id, name).ifPresent(expressions::add);
            }
        }
        return expressions;
    }

    private static List<String> cells(Element rule, String kind) {
        return all(rule, kind).stream()
                .flatMap(entry -> all(entry, "text").stream())
                .map(Element::getTextContent)
                .filter(text -> !text.isBlank())
                .toList();
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
