package org.tandem.assistant.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out what is quoted from earlier mail: lines marked with {@code >}, and all that follows the line with which a mail program
 * introduces the mail below. Those lines are known in the languages that customers' programs are set to.
 */
final class Quotations {

    private static final Pattern MARKED = Pattern.compile("^\\s*(?:>|&gt;|\\|\\s).*");

    /** "On Monday, 3 Nov 2026 at 10:14, Ada wrote:", with something in it that only a program writes. */
    private static final Pattern SOMEBODY_WROTE = Pattern.compile("(?iu)^\\W*(?:on|am|le|el|il|em|op|den|dnia|w"
            + " dniu|pe|ma|la|à|a)\\b.{4,250}\\b(?:wrote|schrieb\\b.{0,100}|a écrit|escribió|ha"
            + " scritto|escreveu|schreef\\b.{0,100}|skrev\\b.{0,100}|pisze|napisał(?:\\(a\\)|a)?|kirjoitti|a"
            + " scris)\\s?:\\s*$");

    private static final Pattern OF_A_PROGRAM = Pattern.compile("[@<\\[]|\\d[:.h]\\d\\d|\\d{4}");

    private static final Pattern SOMEBODY_WROTE_ELSEWHERE =
            Pattern.compile("^.{4,120}(?:写道|のメッセージ|님이 작성|написал(?:а|\\(а\\))?|пише|yazdı|şunları yazdı)\\s?[::]\\s*$");

    /** In whatever language: an address and a time, and then a colon. */
    private static final Pattern ADDRESS_AND_TIME = Pattern.compile(
            "^(?=.*(?:\\S@\\S|\\[e-mail address]))(?=.*(?<!\\d)\\d?\\d[:.h]\\d\\d(?!\\d)).{10,250}[:：]\\s*$");

    private static final Pattern BETWEEN_DASHES = Pattern.compile(
            "(?iu)^-{2,} .*\\b(?:wrote|schrieb|écrit|escribió|scritto) ?-{2,}$|^\\W*(?:please )?(?:type|write|enter) your reply"
                    + " above this line\\W*$");

    private static final Pattern ORIGINAL_MESSAGE = Pattern.compile("(?iu)^\\W*[-_=]{2,}\\s*(?:original(?:"
            + " |-)?(?:message|nachricht|e-?mail|appointment)|forwarded message|reply (?:message|above this"
            + " line)|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message"
            + " transféré|mensaje original|mensaje reenviado|messaggio originale|mensagem original|oorspronkelijk"
            + " bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen"
            + " viesti|wiadomość oryginalna|orijinal ileti|исходное сообщение|原始邮件|元のメッセージ)\\s*[-_=]*\\s*$|^begin"
            + " forwarded message:\\s*$");

    private static final Pattern SENDER = Pattern.compile(
            "(?iu)^\\W{0,3}(?:from|von|de|da|van|från|fra|lähettäjä|od|kimden|от|від|发件人|差出人)\\s?[*::].*");
    private static final Pattern OTHER_HEADER = Pattern.compile(
            "(?iu)^\\W{0,3}(?:sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|envoyé|date|à|objet|enviado(?:"
                    + " el| em)?|fecha|para|asunto|assunto"
                    + "|inviato|data|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne|lähetetty|vastaanottaja|aihe|wysłano|do|temat"
                    + "|gönderildi|kime|konu|отправлено|кому|тема|发送时间|收件人|主题|送信日時|宛先|件名)\\s?[*::].*");

    private Quotations() {}

    static String without(String text) {
        var lines = text.lines().toList();
        var own = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            int introduced = introduced(lines, i);
            if (introduced > 0 && !isMarked(lines, i + introduced)) {
                break; // all below is the earlier mail
            }
            if (introduced > 0) {
                i += introduced - 1;
            } else if (!MARKED.matcher(lines.get(i)).matches()) {
                own.add(lines.get(i));
            }
        }
        return String.join("\n", own);
    }

    /** How many lines from here introduce a quotation. Long introductions are broken into two or three. */
    private static int introduced(List<String> lines, int at) {
        if (ORIGINAL_MESSAGE.matcher(lines.get(at)).matches()
                || BETWEEN_DASHES.matcher(lines.get(at)).matches()) {
            return 1;
        }
        if (SENDER.matcher(lines.get(at)).matches()
                && next(lines, at, 3).stream()
                        .anyMatch(line -> OTHER_HEADER.matcher(line).matches())) {
            return 1;
        }
        for (int count = 1; count <= 3 && at + count <= lines.size(); count++) {
            var last = lines.get(at + count - 1);
            if (last.isBlank() || count > 1 && isIntroduction(last.strip())) {
                return 0; // what stands above a whole introduction is said to us
            }
            if (isIntroduction(String.join(" ", lines.subList(at, at + count)).strip())) {
                return count;
            }
        }
        return 0;
    }

    private static boolean isIntroduction(String line) {
        return SOMEBODY_WROTE.matcher(line).matches()
                        && OF_A_PROGRAM.matcher(line).find()
                || SOMEBODY_WROTE_ELSEWHERE.matcher(line).matches()
                || ADDRESS_AND_TIME.matcher(line).matches();
    }

    private static boolean isMarked(List<String> lines, int from) {
        return next(lines, from - 1, 2).stream()
                .anyMatch(line -> MARKED.matcher(line).matches());
    }

    private static List<String> next(List<String> lines, int after, int count) {
        return lines.subList(Math.min(lines.size(), after + 1), Math.min(lines.size(), after + 1 + count));
    }
}
