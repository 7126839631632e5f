package org.tandem.assistant.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out how a letter ends: the closing formula, the name, contact details, and "Sent from my phone". */
final class Signatures {

    private static final String FORMULA =
            "(?:(?:with |my )?(?:kind(?:est)?|best|warm(?:est)?|many|good)? ?(?:regards|wishes|greetings|rgds)(?: for \\p{L}+(?: \\p{L}+){0,2})?(?: and"
                    + " thanks)?|(?:i remain,? )?(?:yours|sincerely|faithfully|respectfully)(?:"
                    + " (?:sincerely|faithfully|truly|yours|ever))?|cheers|all the best|best|(?:many|much|kind|big|lots"
                    + " of)? ?(?:thanks?|thx|thanx|tnx|ty|tia|ta)(?: (?:you|u))?(?: (?:so|very) much| a"
                    + " (?:lot|million|bunch))?(?: (?:in advance|again|for (?:your|any|the|all your) (?:kind |quick"
                    + " |prompt )?(?:help|time|support|assistance|reply|answer|response|attention|understanding|patience)(?: and (?:help|time|consideration|understanding|patience|attention))?(?: (?:with|in) this(?:"
                    + " matter)?)?))*(?:(?: and|,) (?:kind|best|warm) (?:regards|wishes))?|have a"
                    + " (?:nice|good|great|lovely|wonderful) (?:day|evening|weekend|week|one)(?: ahead)?|take"
                    + " care|x{1,5}|xo(?:xo)+|br|kr|bw|lg|vg|mfg|(?:i )?look(?:ing)? forward to (?:hearing from you|your"
                    + " (?:reply|answer|response))(?: soon)?|mit (?:freundlichen|besten|herzlichen)"
                    + " grü(?:ß|ss)en|(?:viele|beste|liebe) grü(?:ß|ss)e|cordialement|bien à vous|(?:un )?saludos?(?:"
                    + " cordiales)?|atentamente|(?:cordiali|distinti) saluti|atenciosamente|met vriendelijke groeten?|med"
                    + " vänlig hälsning)";

    /** In other languages: such a word among few. */
    private static final Pattern FOREIGN_FORMULA =
            Pattern.compile("(?iu)^\\W*(?:[\\p{L}.]+ ){0,3}(?:\\p{L}*(?:grü(?:ß|ss)|gruss|hälsning|hilsen|terveis"
                    + "|pozdrav|pozdrow|groet|cordial|üdvözlet|saygı|selam|уважени|пожелани|повагою|εκτίμηση|χαιρετ)\\p{L}*"
                    + "|pozdrawiam|salut|saludos?|saluti|atenciosamente|cumprimentos|abra[çc]os?|mvh|vh)(?: \\p{L}+){0,3}[\\s,.!]*$"
                    + "|^(?:此致|敬礼|祝好|谢谢|敬具|よろしくお願い.*|감사합니다|تحياتي|בברכה)[\\s,.!。]*$");

    /** Whatever stands before a name: "Warmly," */
    private static final Pattern BEFORE_A_NAME = Pattern.compile("^[\\p{L}/]+(?: \\p{L}+){0,3},$");

    private static final String NAME = "(?:\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3})";

    private static final Pattern NAME_ALONE =
            Pattern.compile("[*_~–—-]{0,2}\\s*%s(?: ?\\([^)]{2,20}\\))?[*_]*".formatted(NAME));

    private static final Pattern CLOSING_LINE = Pattern.compile(
            "(?iu)^\\W*" + FORMULA + "(?: ?[/&,] ?" + FORMULA + ")?[\\s,.!)x*:–-]*(?-i:" + NAME + ")?[\\s.!x)]*$");

    /** In the last line, behind what is said. */
    private static final Pattern CLOSING_AT_THE_END =
            Pattern.compile("(?iu)(?<![\\p{L}'’-])(?<!\\bno[ ,])(?<!\\b(?:say|said|saying|send|with|my|the|your) )"
                    + FORMULA + "(?:(?:[,!.]| and| &)* ?" + FORMULA + ")*[\\s,.!x*)-]*(?-i:" + NAME
                    + ")?(?: (?:mate|guys|all|everyone|team|folks|friends))?[\\s.!x*)]*$");

    private static final Pattern SENT_FROM =
            Pattern.compile("(?iu)^\\W*(?:sent (?:from|via|with|by)|get outlook for|von meinem .{1,30}"
                    + " gesendet|gesendet (?:von|mit)|envoyé (?:de|depuis|à partir)|enviado (?:desde|do|de|via)|inviato"
                    + " da|verstuurd vana|verzonden (?:met|vanaf)|skickat från|sendt fra|wysłane? z|lähetetty|отправлено"
                    + " (?:с|из))(?!\\p{L})[^?]{0,60}$");

    private static final Pattern DELIMITER = Pattern.compile("^(?:--|—|__+|\\*{3,}) ?$");

    private static final Pattern CONTACT = Pattern.compile("(?iu)\\[(?:phone number|e-mail"
            + " address|address)]|(?:www\\.|https?://)\\S+|^\\W*(?:tel|phone|ph|mob|mobile|cell|fax|telephone|e-?mail|mail|web|www|office|direct|t|m|p|f|e|w)\\b"
            + " ?[.:|]+ ?.*|^[+\\d(][\\d\\s()/.-]{6,}$|\\S+@\\S+\\.\\S+");

    /** Words of somebody who says something; names, titles and addresses have none. */
    private static final Pattern SPEECH = Pattern.compile(
            "(?iu)\\b(?:i(?!\\.\\p{L})|i'm|i’m|im|i've|me|my|we|you|u|ur|your|is|isn't|are|am|was|were|has|have|do|does|don't"
                    + "|dont|did|can|can't|cant|could|will|would|should|want|need|help|please|pls|plz|call|ring|not|no|it|this|that|how|what|when|where|why|which|if|but|ps|p\\.s|still|also|refund|card|payment|order|reset|cancel|freeze|agent|human|bot)\\b|\\?|^\\W*p\\.?"
                    + " ?s\\b|\\p{L}{4,}[.!]\\s+\\p{L}");

    private static final int LONGEST_LINE = 80;
    private static final int MOST_LINES = 12;

    private Signatures() {}

    static String without(String text) {
        var lines = new ArrayList<>(
                text.lines().filter(line -> !SENT_FROM.matcher(line).matches()).toList());
        dropBlankLines(lines);
        int end = start(lines);
        var said = new ArrayList<>(lines.subList(0, end));
        dropBlankLines(said);
        if (!said.isEmpty()) {
            said.add(CLOSING_AT_THE_END.matcher(said.removeLast()).replaceFirst(""));
        }
        return String.join("\n", said);
    }

    /** Where the closing formula stands, or the block that ends the letter without one. */
    private static int start(List<String> lines) {
        int least = Math.max(0, lines.size() - MOST_LINES);
        for (int i = lines.size() - 1; i >= least; i--) {
            var line = lines.get(i).strip();
            if (isClosing(line, lines.subList(i + 1, lines.size()))) {
                int before = start(lines.subList(0, i)); // "Thanks" above "Best regards"
                return before < i && isBlankOrSigned(lines.subList(before, i)) ? before : i;
            }
            if (!line.isEmpty() && !isOfASignature(line)) {
                break;
            }
        }
        return withoutFormula(lines);
    }

    private static boolean isClosing(String line, List<String> below) {
        return CLOSING_LINE.matcher(line).matches()
                || DELIMITER.matcher(line).matches()
                || FOREIGN_FORMULA.matcher(line).matches()
                || BEFORE_A_NAME.matcher(line).matches()
                        && !SPEECH.matcher(line).find()
                        && below.stream().filter(next -> !next.isBlank()).findFirst().stream()
                                .anyMatch(
                                        next -> NAME_ALONE.matcher(next.strip()).matches());
    }

    private static boolean isBlankOrSigned(List<String> lines) {
        return lines.stream()
                .allMatch(line -> line.isBlank()
                        || isOfASignature(line)
                        || CLOSING_LINE.matcher(line.strip()).matches());
    }

    /** A last paragraph of a name alone, or with contact details. */
    private static int withoutFormula(List<String> lines) {
        int start = lines.size();
        while (start > 0
                && !lines.get(start - 1).isBlank()
                && isOfASignature(lines.get(start - 1).strip())) {
            start--;
        }
        boolean isParagraph =
                start > 0 && start < lines.size() && lines.get(start - 1).isBlank();
        var last = lines.subList(start, lines.size());
        boolean isSignature =
                last.stream().anyMatch(line -> CONTACT.matcher(line).find())
                        || !last.isEmpty() && isName(last.getFirst().strip(), last.size());
        return isParagraph && isSignature ? start : lines.size();
    }

    /** With a title or a company below it, it has to be a whole one. */
    private static boolean isName(String line, int lines) {
        return NAME_ALONE.matcher(line).matches() && (lines == 1 || line.contains(" "));
    }

    private static boolean isOfASignature(String line) {
        return line.length() <= LONGEST_LINE
                && (CONTACT.matcher(line).find() || !SPEECH.matcher(line).find() && isMostlyNames(line));
    }

    private static boolean isMostlyNames(String line) {
        var words = List.of(line.strip().split("[\\s,|/·•&-]+"));
        long names = words.stream()
                .filter(word -> !word.isEmpty() && !Character.isLowerCase(word.codePointAt(0)))
                .count();
        return words.size() <= 2 || names >= 0.6 * words.size();
    }

    private static void dropBlankLines(List<String> lines) {
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
    }
}
