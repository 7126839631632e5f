package org.tandem.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.tandem.bpmn.ModelFiles;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A copy of the real models that can be changed the way an analyst changes them in Camunda Modeler. */
final class EditedModels {

    private static final ModelFiles REAL = ModelFiles.inFolder(Path.of("processes"));

    private final Map<String, byte[]> files = new TreeMap<>(REAL.files());
    private final String file;

    EditedModels(String file) {
        this.file = file;
        assertThat(files).containsKey(file);
    }

    ModelFiles models() {
        return REAL.become(files);
    }

    /** Replaces the only occurrence of a text in the file. */
    EditedModels replace(String text, String by) {
        var content = new String(files.get(file), UTF_8);
        assertThat(content.split(Pattern.quote(text), -1).length - 1)
                .as("occurrences of %s in %s", text, file)
                .isEqualTo(1);
        files.put(file, content.replace(text, by).getBytes(UTF_8));
        return this;
    }

    EditedModels replaceAll(String text, String by) {
        var content = new String(files.get(file), UTF_8);
        assertThat(content).contains(text);
        files.put(file, content.replace(text, by).getBytes(UTF_8));
        return this;
    }

    /** Deletes a node as Modeler does: with its flows, its boundary events, its shape and its edges. */
    EditedModels delete(String id) {
        return edit(document -> delete(document, id));
    }

    private static void delete(Document document, String id) {
        all(document, "//*[@attachedToRef='%s']".formatted(id))
                .forEach(event -> delete(document, event.getAttribute("id")));
        all(document, "//*[@sourceRef='%1$s' or @targetRef='%1$s']".formatted(id))
                .forEach(flow -> delete(document, flow.getAttribute("id")));
        all(document, "//*[local-name()='incoming' or local-name()='outgoing'][text()='%s']".formatted(id))
                .forEach(EditedModels::remove);
        all(document, "//*[@bpmnElement='%1$s' or @id='%1$s']".formatted(id)).forEach(EditedModels::remove);
    }

    /** Drags the end of a flow to another node. */
    EditedModels lead(String flow, String target) {
        return edit(document -> {
            one(document, flow).setAttribute("targetRef", target);
            all(document, "//*[local-name()='incoming'][text()='%s']".formatted(flow))
                    .forEach(EditedModels::remove);
        });
    }

    /** Makes it the one flow of its gateway that has no condition, and gives the other one a condition. */
    EditedModels makeDefault(String gateway, String flow, String other, String condition) {
        return set(gateway, "default", flow)
                .strip(flow, "local-name()='conditionExpression'")
                .condition(other, condition);
    }

    EditedModels condition(String flow, String condition) {
        return edit(document -> {
            var element = document.createElementNS(one(document, flow).getNamespaceURI(), "bpmn:conditionExpression");
            element.setTextContent(condition);
            one(document, flow).appendChild(element);
        });
    }

    /** Turns a node into another kind, as Modeler's wrench does. */
    EditedModels morph(String id, String kind) {
        return edit(document ->
                document.renameNode(one(document, id), one(document, id).getNamespaceURI(), "bpmn:" + kind));
    }

    /** Drops a new node onto a flow. */
    EditedModels insert(String flow, String id, String node) {
        return edit(document -> {
            var before = one(document, flow);
            var after = (Element) before.cloneNode(false);
            after.setAttribute("id", flow + "_After");
            after.setAttribute("sourceRef", id);
            after.removeAttribute("name");
            before.setAttribute("targetRef", id);
            before.getParentNode().insertBefore(after, before);
            before.getParentNode().insertBefore(document.importNode(parsed(node), true), before);
        });
    }

    private static Element parsed(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var root =
                    "<x xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:zeebe='http://camunda.org/schema/zeebe/1.0'>"
                            + xml + "</x>";
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(root.getBytes(UTF_8)));
            return (Element) document.getDocumentElement().getFirstChild();
        } catch (Exception e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    EditedModels set(String id, String attribute, String value) {
        return edit(document -> one(document, id).setAttribute(attribute, value));
    }

    EditedModels unset(String id, String attribute) {
        return edit(document -> {
            assertThat(one(document, id).hasAttribute(attribute)).isTrue();
            one(document, id).removeAttribute(attribute);
        });
    }

    /** Removes what is drawn or written inside an element. */
    EditedModels strip(String id, String inside) {
        return edit(document -> {
            var found = all(document, "//*[@id='%s']//*[%s]".formatted(id, inside));
            assertThat(found).as(inside + " in " + id).isNotEmpty();
            found.forEach(EditedModels::remove);
        });
    }

    EditedModels edit(Consumer<Document> change) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.get(file)));
            change.accept(document);
            var content = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(content));
            files.put(file, content.toByteArray());
            return this;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot edit " + file, e);
        }
    }

    static Element one(Document document, String id) {
        var found = all(document, "//*[@id='%s']".formatted(id));
        assertThat(found).as(id).hasSize(1);
        return found.getFirst();
    }

    static List<Element> all(Document document, String xpath) {
        try {
            var found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> (Element) found.item(i))
                    .toList();
        } catch (javax.xml.xpath.XPathExpressionException e) {
            throw new IllegalArgumentException(xpath, e);
        }
    }

    private static void remove(Element element) {
        if (element.getParentNode() != null) {
            element.getParentNode().removeChild(element);
        }
    }
}
