package org.tandem.privacy;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Takes card numbers, IBANs, e-mail addresses, phone numbers and national ids out of a text and says in brackets what stood there.
 * It looks at the {@link VisibleText visible} text, for in what cannot be seen such data hides. Masking a masked text changes nothing.
 */
public final class PersonalData {

    private PersonalData() {}

    /** For machines: the visible text, and nothing of the data is left. */
    public static String mask(String text) {
        return mask(VisibleText.of(text), (kind, found) -> "[%s]".formatted(kind.label()));
    }

    /**
     * For the person who answers: the last four characters of a card number or an IBAN are left, so that it can be told from another.
     * Whatever is no personal data is left as it was written.
     */
    public static String maskForPeople(String text) {
        return mask(text, (kind, found) -> switch (kind) {
            case CARD -> "[card ending %s]".formatted(lastFour(found));
            case IBAN -> "[IBAN ending %s]".formatted(lastFour(found));
            case EMAIL, PHONE, NATIONAL_ID -> "[%s]".formatted(kind.label());
        });
    }

    /** Until nothing is found any more: what is taken out can uncover what stood too close to it. */
    private static String mask(String text, BiFunction<Kind, String, String> words) {
        var masked = text;
        var view = View.of(text);
        int unchanged = 0;
        for (int next = 0; unchanged < Detector.ALL.size(); next = (next + 1) % Detector.ALL.size()) {
            var findings = Detector.ALL.get(next).find(view.visible());
            unchanged = findings.isEmpty() ? unchanged + 1 : 0;
            if (!findings.isEmpty()) {
                masked = replace(masked, view, findings, words);
                view = View.of(masked);
            }
        }
        return masked;
    }

    private static String replace(
            String text, View view, List<Finding> findings, BiFunction<Kind, String, String> words) {
        var result = new StringBuilder();
        int from = 0;
        for (var found : findings) {
            var finding = view.written(found);
            result.append(text, from, finding.start())
                    .append(words.apply(found.kind(), view.visible().substring(found.start(), found.end())));
            from = finding.end();
        }
        return result.append(text, from, text.length()).toString();
    }

    private static String lastFour(String found) {
        var plain = Marks.plain(found);
        return plain.substring(plain.length() - 4);
    }
}
