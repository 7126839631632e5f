package org.tandem.assistant.letter;

import java.util.regex.Pattern;

/** Mail that no person wrote: replies in somebody's absence, receipts, and reports that a mail could not be delivered. */
final class AutomaticMail {

    /** How mail programs begin their subject, or its text. */
    private static final Pattern HEADING =
            Pattern.compile("(?iu)^\\W*(?:subject:|betreff:|objet\\s?:|asunto:)?\\s*(?:auto(?:matic|mated)?["
                    + " -]?(?:reply|response|answer)\\s*[:\\n"
                    + "]|auto\\s?:|out[ -]of[ -](?:the[ -])?office\\s*(?:[:\\n"
                    + "]|reply|message)|automatische (?:antwort|beantwortung)|abwesenheits\\w+|(?:fraværs|frånvaro|poissaolo|afwezigheids)\\w*|ooo\\b|(?:accepted|declined|tentative): .*\\d{4}|r[ée]ponse"
                    + " automatique|absence du bureau|respuesta autom[áa]tica|risposta automatica|resposta"
                    + " autom[áa]tica|automatisch (?:antwoord|bericht)|automatiskt? svar|autosvar|automaattinen"
                    + " vastaus|odpowied[źz] automatyczna|autoodpowied[źz]|otomatik yan[ıi]t|автоответ|автоматический"
                    + " ответ|自動応答|自动回复|undelivered mail|undeliverable\\s?:|delivery (?:status notification|(?:has"
                    + " )?failed to (?:these|the following)|incomplete)|mail delivery"
                    + " (?:failed|failure|subsystem)|returned mail|failure notice|unzustellbar|non remis|read:|read"
                    + " receipt|message (?:blocked|undeliverable))");

    /** Sentences that only a machine's mail has. */
    private static final Pattern SENTENCE = Pattern.compile("(?iu)this is an? (?:automatically"
            + " generated|automated|automatic|auto-generated)"
            + " (?:message|e-?mail|mail|reply|response|notification)|(?:message|e-?mail|reply) (?:was|has been|is)"
            + " (?:sent|generated|created) automatically|do not reply to this (?:automated|automatic|auto-generated)?"
            + " ?(?:message|e-?mail|mail)|delivery to the following recipients?\\b|your message (?:wasn't|was not|could"
            + " not be|couldn't be) delivered|this is the mail system at|your message was"
            + " read on|we (?:have )?received your (?:request|message|e-?mail|inquiry|enquiry)\\b.{0,80}\\bwill\\b|(?:diese|dies ist eine) (?:nachricht wurde"
            + " )?automatisch (?:generierte?|erzeugte?)");

    /** What somebody who is away says, and a customer may say too; so it needs the other half, and no question of its own. */
    private static final Pattern AWAY = Pattern.compile(
            "(?iu)\\b(?:i am|i'm|i will be|we are)\\b.{0,30}\\b(?:out of (?:the )?office|on (?:annual |parental"
                    + " |maternity |sick )?leave|away (?:from (?:the office|my desk)|with|until)|on (?:vacation|holiday))|\\bi no longer work (?:for|at|here)\\b");

    private static final Pattern BACK = Pattern.compile(
            "(?iu)\\b(?:will|shall|i'll) (?:reply|respond|answer|get back|return|be back|be returning|read)\\b|limited"
                    + " access to|upon my return|after my return|when i (?:return|am back)|(?:in )?urgent"
                    + " (?:cases|matters)|(?:contact|call|write to|reach) (?!me\\b|us\\b).{2,40}|in my absence|won['’]t be"
                    + " (?:checking|reading)");

    /** In languages that nobody is answered in by a machine anyhow. */
    private static final Pattern AWAY_ELSEWHERE = Pattern.compile(
            "(?iu)nicht im büro|im urlaub bis|absente? du"
                    + " bureau|fuera de la oficina|fuori (?:ufficio|sede)|\\bafwezig tot|inte på kontoret|ikke på kontoret|fora do"
                    + " escrit[óo]rio|nieobecn\\w+ w biurze|нет в офисе|отсутствую|不在办公室|不在にして|poissa toimistolta|ofis dışında");

    private AutomaticMail() {}

    static boolean isOne(String text) {
        if (HEADING.matcher(text).find() || SENTENCE.matcher(text).find()) {
            return true;
        }
        var own = Quotations.without(text);
        return own.indexOf('?') < 0
                && (AWAY_ELSEWHERE.matcher(own).find()
                        || AWAY.matcher(own).find() && BACK.matcher(own).find());
    }
}
