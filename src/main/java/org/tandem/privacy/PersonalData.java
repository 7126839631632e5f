package org.tandem.privacy;

import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes card numbers, IBANs, e-mail addresses, phone numbers and national ids out of a text and says in brackets what stood there.
 * It looks at the {@link VisibleText visible} text, for in what cannot be seen such data hides. Masking a masked text changes nothing.
 */
public final class PersonalData {

    private static final Pattern WITH_DIGITS = Pattern.compile("\\p{Nd}.*?\\p{Nd}.*?\\p{Nd}.*?\\p{Nd}", Pattern.DOTALL);
    private static final String WORD = "[\\p{L}\\p{N}._%+'-]";
    private static final Pattern EMAIL =
            Pattern.compile("(?i)(?<!%s)%s++(?:@|\\h?[(\\[]at[)\\]]\\h?)[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++"
                    .formatted(WORD, WORD));

    private PersonalData() {}

    /** For machines: the visible text, and nothing of the data is left. */
    public static String mask(String text) {
        return mask(text, (kind, found) -> "[%s]".formatted(kind.label()));
    }

    /**
     * For the person who answers: the last four characters of a card number or an IBAN are left, so that it can be told from another. A
     * text without personal data is left as it was written.
     */
    public static String maskForPeople(String text) {
        var masked = mask(text, (kind, found) -> switch (kind) {
            case CARD -> "[card ending %s]".formatted(lastFour(found));
            case IBAN -> "[IBAN ending %s]".formatted(lastFour(found));
            case EMAIL, PHONE, NATIONAL_ID -> "[%s]".formatted(kind.label());
        });
        return masked.equals(VisibleText.of(text)) ? text : masked;
    }

    /** Until nothing is found any more: what is taken out can uncover what stood too close to it. */
    private static String mask(String text, BiFunction<Kind, String, String> words) {
        var masked = VisibleText.of(text);
        while (true) {
            var once = maskOnce(masked, words);
            if (once.equals(masked)) {
                return masked;
            }
            masked = once;
        }
    }

    private static String maskOnce(String text, BiFunction<Kind, String, String> words) {
        var masked = EMAIL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(words.apply(Kind.EMAIL, found.group())));
        if (!WITH_DIGITS.matcher(masked).find()) {
            return masked;
        }
        for (var detector : Detector.INSIDE_NUMBERS) {
            masked = replace(masked, detector, words);
        }
        return masked;
    }

    private static String replace(String text, Detector detector, BiFunction<Kind, String, String> words) {
        var result = new StringBuilder();
        int from = 0;
        for (var finding : detector.find(text)) {
            result.append(text, from, finding.start())
                    .append(words.apply(finding.kind(), text.substring(finding.start(), finding.end())));
            from = finding.end();
        }
        return from == 0 ? text : result.append(text, from, text.length()).toString();
    }

    private static String lastFour(String found) {
        var plain = Marks.plain(found);
        return plain.substring(plain.length() - 4);
    }
}
