package org.tandem.assistant.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out what companies and mail programs put below every mail. The first paragraph is never that. */
final class Disclaimers {

    private static final Pattern PARAGRAPH = Pattern.compile("\\R\\s*\\R");

    private static final Pattern LEGAL = Pattern.compile(
            "(?iu)^\\W*(?:confidentiality (?:notice|note)|disclaimer|legal notice)\\b|(?:if you (?:are|were) not|other"
                    + " than) the (?:intended|named) (?:recipient|addressee)|intended (?:solely|only|exclusively)? ?for"
                    + " the (?:use of the )?(?:addressee|individual|intended|named|person|recipient)|(?:received|has"
                    + " reached you) (?:this|it|the) ?(?:e-?mail|message|mail|communication|transmission)? ?(?:in error|by"
                    + " mistake)|(?:this|the) (?:e-?mail|message|communication)\\b.{0,80}\\b(?:is|are|may be|may"
                    + " contain|contains?)\\b.{0,40}\\b(?:confidential|privileged)|diese (?:e-?mail|nachricht)"
                    + " .{0,60}vertraulich|ce (?:message|courriel) .{0,80}confidentiel|este (?:mensaje|correo)"
                    + " .{0,80}confidencial|\\b(?:riservate|riservata|riservato)\\b.{0,80}destinat|bericht .{0,40}vertrouwelijk"
                    + "|views expressed in this|to unsubscribe\\b|registered office:|registered in (?:england|scotland|ireland)|viruses? .{0,80}attachments?|(?:scanned|checked) (?:for|by)"
                    + " .{0,30}(?:virus|antivirus|avast|norton)|virus-free");

    private static final Pattern PRINTING = Pattern.compile("(?iu)(?:consider|think of|protect|save) (?:the|our)"
            + " (?:environment|planet|paper|trees?)\\b.{0,60}\\bprint|before printing this");

    private Disclaimers() {}

    static String without(String text) {
        var paragraphs = List.of(PARAGRAPH.split(text));
        var kept = new ArrayList<String>();
        for (var paragraph : paragraphs) {
            if (kept.isEmpty()
                    || !LEGAL.matcher(paragraph).find()
                            && !PRINTING.matcher(paragraph).find()) {
                kept.add(paragraph);
            }
        }
        return String.join("\n\n", kept);
    }
}
