package org.tandem.assistant;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text. The assistant speaks English; a short text counts as English unless it clearly is not. */
final class Languages {

    private static final Set<String> SPOKEN = Set.of("en");
    private static final double CLEARLY = 0.85;
    private static final int FEW_LETTERS = 25;

    private final LanguageDetector detector = LanguageDetectorBuilder.fromLanguages(
                    Language.ENGLISH,
                    Language.GERMAN,
                    Language.FRENCH,
                    Language.SPANISH,
                    Language.ITALIAN,
                    Language.PORTUGUESE,
                    Language.DUTCH,
                    Language.POLISH,
                    Language.SWEDISH,
                    Language.TURKISH,
                    Language.UKRAINIAN,
                    Language.ARABIC)
            .withLowAccuracyMode()
            .build();

    /** A guess by ISO 639 code without the region, and whether the assistant speaks it. */
    record Guess(String code, boolean supported) {}

    Guess of(String text, @Nullable String stated) {
        var assumed = stated == null ? "en" : Locale.forLanguageTag(stated).getLanguage();
        var confidences = detector.computeLanguageConfidenceValues(text);
        if (confidences.isEmpty()) {
            return new Guess(assumed, SPOKEN.contains(assumed));
        }
        var best = confidences.firstKey();
        var tooShort = text.chars().filter(Character::isLetter).count() < FEW_LETTERS && isLatin(text);
        var code = !tooShort && confidences.getOrDefault(best, 0.0) >= CLEARLY
                ? best.getIsoCode639_1().toString().toLowerCase(Locale.ROOT)
                : assumed;
        return new Guess(code, SPOKEN.contains(code));
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }
}
