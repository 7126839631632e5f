package org.tandem.bpmn;

/** What an XML parser says, in words for somebody who has never seen a schema. */
final class XmlText {

    private XmlText() {}

    static String plain(String message) {
        var text = message.replaceAll("^cvc-[\\w.-]+: ", "")
                .replaceAll("'?\\{?\"?https?://[^}\"']*\"?\\}?:(\\w+)'?", "$1")
                .replaceAll(
                        "There is no ID/IDREF binding for IDREF '([^']*)'\\.?",
                        "it refers to \"$1\", which is not in the file")
                .replaceAll(" One of .* is expected\\.", "")
                .strip();
        return text.isEmpty() ? "it is empty" : text;
    }
}
