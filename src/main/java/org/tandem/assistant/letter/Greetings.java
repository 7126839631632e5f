package org.tandem.assistant.letter;

import java.util.regex.Pattern;

/** Takes out how a letter begins: "Dear Sir or Madam," and the good wishes behind it. */
final class Greetings {

    private static final Pattern SALUTATION = Pattern.compile(
            "(?iu)^\\W*(?:(?:hi|hello|hey|hiya|howdy|hallo|dear|greetings|(?:good )?(?:morning|afternoon|evening)|good day"
                    + "|sehr geehrte[rsn]?|guten (?:tag|morgen|abend)|moin|servus|bonjour|bonsoir|hola|buen[oa]s (?:d[íi]as|tardes|noches)"
                    + "|estimad[oa]s?|ciao|buon(?:giorno|asera)|gentil[ei]|ol[áa]|bom dia|boa tarde|prezad[oa]s?|hej|hei|god (?:dag|morgon|morgen)"
                    + "|beste|geachte|goedendag|dzień dobry|witam|szanowni|dobrý den|здравствуйте|добрый день|привет|merhaba|sayın|namaste|to"
                    + " whom(?:soever)? it may concern)\\b(?:["
                    + " ,/-]+(?:there|all|team|guys|folks|everyone|everybody|sirs?|madam|ma'am|or|and|ladies|gentlemen|mr|mrs|ms|miss|dr"
                    + "|damen|und|herren|herr|frau|zusammen|madame|monsieur|señor(?:es|a)?|a|todos|państwo"
                    + "|customer|support|service|services|care|help|desk|department|(?-i:\\p{Lu}[\\p{L}'’.-]*)))*\\s*(?:[,!.:;–—-]+\\s+|\\R+))+");

    private static final Pattern WISHES =
            Pattern.compile("(?iu)^\\W*(?:i )?(?:hope|trust)(?: that)? (?:you|this|all|everyone|everything)\\b[^.!?\\n"
                    + "]{0,50}\\b(?:well|great|good|fine|ok|safe)\\b(?: today)?[.!,;\\s]+|^\\W*(?:just )?(?:(?:a|one) )?"
                    + "(?:quick|short|small|little) question(?: please)?[.:!,\\s]+(?=\\S)|^\\W*i have (?:a|one)"
                    + " (?:quick|short|small)? ?question[.:!]+\\s+");

    private Greetings() {}

    static String without(String text) {
        var greeted = SALUTATION.matcher(text).replaceFirst("");
        return WISHES.matcher(greeted).replaceFirst("");
    }
}
