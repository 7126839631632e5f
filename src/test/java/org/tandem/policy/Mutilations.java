package org.tandem.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Every way to leave one thing of an XML file half filled: each attribute and text gone, empty, blank or wrong, each element gone. */
final class Mutilations {

    private static final List<String> FILLINGS =
            List.of("", " ", "no such thing", "=x +", "Message_2", "Flow_1", "every-kind");
    private static final List<String> DRAWN =
            List.of("BPMNDiagram", "DMNDI", "BPMNPlane", "BPMNShape", "BPMNEdge", "DMNDiagram", "DMNShape", "DMNEdge");

    private final Document document;
    private final Transformer transformer;

    Mutilations(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            transformer = TransformerFactory.newInstance().newTransformer();
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One thing that is done to the document and can be undone. */
    private record Cut(String what, Runnable cut, Runnable undo) {}

    /** One of so many, by chance. */
    void some(Random chance, int of, BiConsumer<String, byte[]> visitor) {
        var cuts = new ArrayList<Cut>();
        collect(document.getDocumentElement(), cuts);
        for (var cut : cuts) {
            if (chance.nextInt(of) == 0) {
                cut.cut().run();
                visitor.accept(cut.what(), written());
                cut.undo().run();
            }
        }
    }

    private static void collect(Element element, List<Cut> cuts) {
        if (DRAWN.contains(element.getLocalName())) {
            return;
        }
        var where = element.getNodeName() + " " + element.getAttribute("id");
        if (element.getParentNode() instanceof Element parent) {
            var next = element.getNextSibling();
            cuts.add(new Cut(
                    where + " removed", () -> parent.removeChild(element), () -> parent.insertBefore(element, next)));
        }
        var attributes = element.getAttributes();
        IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute -> !attribute.getNodeName().startsWith("xmlns"))
                .toList()
                .forEach(attribute -> attribute(element, attribute, where, cuts));
        var children = element.getChildNodes();
        var inside = IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .toList();
        if (inside.size() == 1 && inside.getFirst() instanceof Text text) {
            var before = text.getData();
            FILLINGS.forEach(filling -> cuts.add(new Cut(
                    where + " text '" + filling + "'", () -> text.setData(filling), () -> text.setData(before))));
        }
        inside.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .forEach(child -> collect(child, cuts));
    }

    private static void attribute(Element element, Node attribute, String where, List<Cut> cuts) {
        var name = attribute.getNodeName();
        var value = attribute.getNodeValue();
        cuts.add(new Cut(
                where + " without " + name,
                () -> element.removeAttribute(name),
                () -> element.setAttribute(name, value)));
        FILLINGS.forEach(filling -> cuts.add(new Cut(
                where + " " + name + "='" + filling + "'",
                () -> element.setAttribute(name, filling),
                () -> element.setAttribute(name, value))));
    }

    private byte[] written() {
        try {
            var content = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(content));
            return content.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
