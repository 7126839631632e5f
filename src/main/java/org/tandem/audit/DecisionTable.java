package org.tandem.audit;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A decision table as a text: what its columns ask and its rows say. */
public record DecisionTable(List<String> inputs, List<String> outputs, List<Row> rows) {

    /** A row, its cells in the order of the columns; an empty input fits everything. */
    public record Row(String id, List<String> inputs, List<String> outputs, String why) {}

    /** The table of a decision; empty when the file has none or cannot be read. */
    public static Optional<DecisionTable> read(String dmn, String decision) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var definitions =
                    builder.parse(new InputSource(new StringReader(dmn))).getDocumentElement();
            return children(definitions, "decision").stream()
                    .filter(one -> one.getAttribute("id").equals(decision))
                    .flatMap(one -> children(one, "decisionTable").stream())
                    .findFirst()
                    .map(DecisionTable::of);
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            return Optional.empty();
        }
    }

    private static DecisionTable of(Element table) {
        return new DecisionTable(
                children(table, "input").stream()
                        .map(input -> heading(input, text(input, "inputExpression")))
                        .toList(),
                children(table, "output").stream()
                        .map(output -> heading(output, output.getAttribute("name")))
                        .toList(),
                children(table, "rule").stream().map(DecisionTable::row).toList());
    }

    private static Row row(Element rule) {
        return new Row(
                rule.getAttribute("id"),
                children(rule, "inputEntry").stream().map(DecisionTable::cell).toList(),
                children(rule, "outputEntry").stream().map(DecisionTable::cell).toList(),
                children(rule, "description").stream()
                        .map(Element::getTextContent)
                        .findFirst()
                        .orElse(""));
    }

    private static String heading(Element column, String otherwise) {
        return column.getAttribute("label").isBlank() ? otherwise : column.getAttribute("label");
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(DecisionTable::cell)
                .findFirst()
                .orElse("");
    }

    private static String cell(Element entry) {
        return children(entry, "text").stream()
                .map(text -> text.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        var found = parent.getChildNodes();
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .filter(node -> name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }
}
