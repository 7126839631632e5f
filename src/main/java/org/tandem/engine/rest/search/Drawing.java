package org.tandem.engine.rest.search;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a process is drawn with, as far as searches tell it.
 *
 * @param names the names of the elements that have one, by id
 * @param startForm the id of the form of the process's start event
 */
record Drawing(Map<String, String> names, @Nullable String startForm) {

    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    static Drawing read(Reading reading, long definition) {
        var files = reading.list(
                Sql.of(
                        "select definition_id, resource from definition where id = ? and resource is not null",
                        definition),
                found -> Map.entry(found.getString(1), found.getString(2)));
        return files.isEmpty()
                ? new Drawing(Map.of(), null)
                : read(files.getFirst().getKey(), files.getFirst().getValue());
    }

    /** The names of the whole file, and the start form of one process in it. */
    static Drawing read(String process, String file) {
        var names = new HashMap<String, String>();
        String form = null;
        boolean inProcess = false;
        boolean inStart = false;
        int inside = 0;
        try {
            var xml = XML.createXMLStreamReader(new StringReader(file));
            while (xml.hasNext()) {
                var event = xml.next();
                if (event != XMLStreamReader.START_ELEMENT && event != XMLStreamReader.END_ELEMENT) {
                    continue;
                }
                boolean begins = event == XMLStreamReader.START_ELEMENT;
                var kind = xml.getLocalName();
                if (begins) {
                    remember(names, xml);
                }
                switch (kind) {
                    case "process" -> inProcess = begins && process.equals(xml.getAttributeValue(null, "id"));
                    case "subProcess" -> inside += begins ? 1 : -1;
                    case "startEvent" -> inStart = begins && inProcess && inside == 0;
                    case "formDefinition" -> form = begins && inStart ? xml.getAttributeValue(null, "formId") : form;
                    default -> {}
                }
            }
        } catch (XMLStreamException unreadable) {
            return new Drawing(Map.copyOf(names), form);
        }
        return new Drawing(Map.copyOf(names), form);
    }

    private static void remember(Map<String, String> names, XMLStreamReader xml) {
        var id = xml.getAttributeValue(null, "id");
        var name = xml.getAttributeValue(null, "name");
        if (id != null && name != null && !name.isBlank() && !name.equals(id)) {
            names.put(id, name);
        }
    }
}
