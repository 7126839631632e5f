package org.tandem.assistant;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.knowledge.Knowledge;

/**
 * Tells the language of a text. The assistant speaks English, and only what is English by its script and its words is taken for that;
 * the detector decides where the words do not, and names other languages. What the customer states wins unless the text clearly
 * contradicts it.
 */
final class Languages {

    private static final String ENGLISH = "en";

    /** ISO 639 for a language that nobody can tell. */
    private static final String UNKNOWN = "und";

    /** So many words of one kind are no accident. */
    private static final int CLEARLY = 3;

    private static final double MOSTLY = 0.75;
    private static final double RARELY = 0.25;

    /** How near to the best guess English has to be where a part of the words is English. */
    private static final double NEARLY = 0.8;

    /** How near to the best guess the next may be; chosen so that 97 of 100 short texts that are named are named rightly. */
    private static final double UNMISTAKABLE = 0.8;

    /** In a word that is no name. */
    private static final Pattern ACCENT = Pattern.compile("\\b\\p{Ll}*[\\p{Ll}&&[^a-z]]");

    /** Small words that lose their vowel before another, as in "c'est". */
    private static final Pattern ELISION =
            Pattern.compile("(?iu)(?<!\\p{L})(?:[cdjlmnst]|qu|dov|dell|nell|all|un)['’][aeiouyhàâéèêî]\\p{L}");

    private static final Set<UnicodeScript> DENSE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private final EnglishWords words;
    private final LanguageDetector detector = LanguageDetectorBuilder.fromLanguages(
                    Language.ALBANIAN,
                    Language.ARABIC,
                    Language.ARMENIAN,
                    Language.BENGALI,
                    Language.BOKMAL,
                    Language.BULGARIAN,
                    Language.CATALAN,
                    Language.CHINESE,
                    Language.CROATIAN,
                    Language.CZECH,
                    Language.DANISH,
                    Language.DUTCH,
                    Language.ENGLISH,
                    Language.ESTONIAN,
                    Language.FINNISH,
                    Language.FRENCH,
                    Language.GEORGIAN,
                    Language.GERMAN,
                    Language.GREEK,
                    Language.HEBREW,
                    Language.HINDI,
                    Language.HUNGARIAN,
                    Language.INDONESIAN,
                    Language.ITALIAN,
                    Language.JAPANESE,
                    Language.KOREAN,
                    Language.LATVIAN,
                    Language.LITHUANIAN,
                    Language.PERSIAN,
                    Language.POLISH,
                    Language.PORTUGUESE,
                    Language.ROMANIAN,
                    Language.RUSSIAN,
                    Language.SERBIAN,
                    Language.SLOVAK,
                    Language.SLOVENE,
                    Language.SPANISH,
                    Language.SWEDISH,
                    Language.TAGALOG,
                    Language.TAMIL,
                    Language.THAI,
                    Language.TURKISH,
                    Language.UKRAINIAN,
                    Language.URDU,
                    Language.VIETNAMESE)
            .withLowAccuracyMode()
            .build();

    Languages(Knowledge knowledge) {
        this.words = new EnglishWords(knowledge);
    }

    /** An ISO 639 code without the region ({@code und} if it is any), and whether the assistant speaks it. */
    record Guess(String code, boolean supported) {

        Guess(String code) {
            this(code, code.equals(ENGLISH));
        }
    }

    Guess of(String text, @Nullable String stated) {
        if (isOfAnotherScript(text)) {
            return new Guess(foreign(text));
        }
        var count = words.count(text);
        if (stated == null) {
            return new Guess(isEnglish(text, count) ? ENGLISH : foreign(text));
        }
        var code = Locale.forLanguageTag(stated).getLanguage();
        if (code.equals(ENGLISH)) {
            var isClearlyForeign = count.foreign() >= CLEARLY && count.share() <= RARELY && !isEnglish(text, count);
            return new Guess(isClearlyForeign ? foreign(text) : ENGLISH);
        }
        var isClearlyEnglish = count.english() >= CLEARLY && count.share() >= MOSTLY;
        return new Guess(isClearlyEnglish ? ENGLISH : code);
    }

    private boolean isEnglish(String text, EnglishWords.Count count) {
        if (count.share() > 0.5) {
            return true;
        }
        if (count.english() == 0 && ACCENT.matcher(text).find()
                || ELISION.matcher(text).find()) {
            return false;
        }
        var likely = detector.computeLanguageConfidenceValues(text).getOrDefault(Language.ENGLISH, 0.0);
        return likely >= (count.english() + count.particles() > 0 ? NEARLY : 1);
    }

    /** Its name, unless another language is nearly as likely: a short text can be of many. */
    private String foreign(String text) {
        var likely = detector.computeLanguageConfidenceValues(text).entrySet().stream()
                .filter(language -> language.getKey() != Language.ENGLISH)
                .limit(2)
                .toList();
        if (likely.isEmpty()
                || likely.size() > 1
                        && likely.getLast().getValue()
                                > UNMISTAKABLE * likely.getFirst().getValue()) {
            return UNKNOWN;
        }
        return likely.getFirst().getKey().getIsoCode639_1().toString().toLowerCase(Locale.ROOT);
    }

    /** Letter by letter, as a text may name a shop in Tokyo. There a letter says more. */
    private static boolean isOfAnotherScript(String text) {
        int balance = text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .mapToInt(script -> script == UnicodeScript.LATIN ? -1 : DENSE.contains(script) ? 2 : 1)
                .sum();
        return balance > 0;
    }
}
