package org.tandem.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidyTextTest {

    private static final Pattern CODE = Pattern.compile("\\{([0-9A-F]{4})}");

    /** Columns: what came in, what is kept, with the codes of what cannot be seen. */
    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = true, delimiter = '|', quoteCharacter = '`', textBlock = """
        First line{000B}Second line      | First line\\nSecond line
        a{000C}b{0085}c{2028}d{2029}e | a\\nb\\nc\\nd\\ne
        a\\r\\nb\\rc                      | a\\nb\\nc
        a\\tb\\n\\n  c                    | a\\tb\\n\\n  c
        M{FFFD}nchen delivery            | M{FFFD}nchen delivery
        Where is{0000} my parcel?        | Where is my parcel?
        Where{0007} is my{001B} parcel? | Where is my parcel?
        re{00AD}fund                     | refund
        {FEFF}Hello                      | Hello
        re{200B}fu{2060}nd              | refund
        {202E}drac ym{202C} is 1        | drac ym is 1
        {2066}Ada{2069} {200E}here     | Ada here
        ada{200D}bob{200C}est           | adabobest
        half {D83D} of it is here        | half {FFFD} of it is here
        picture {FFFC} here              | picture  here
        {00A0}{3000}Hello{2800}{3164} | Hello
        A{DB40}{DC41}B                  | AB
        10{00B2} EUR, 5{00BD} weeks     | 10{00B2} EUR, 5{00BD} weeks
        cafe{0301}                       | cafe{0301}
        """)
    void whatCannotBeSeenIsTakenOut(String text, String tidy) {
        assertThat(TidyText.of(characters(text))).isEqualTo(characters(tidy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family", // joined emoji
                "\uD83D\uDC68\uD83C\uDFFD\u200D\uD83D\uDD27 mechanic", // with the colour of the skin
                "\u2764\uFE0F\u200D\uD83D\uDD25 heart", // with the style of an emoji
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F England",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", // Persian: I want
                "\u0915\u094D\u200D\u0937", // Devanagari: a half letter
                "\u0DC1\u0DCA\u200D\u0DBB\u0DD3", // Sinhala: Sri
                "\u182E\u180E\u1820", // Mongolian: a vowel that stands apart
                "\u845B\uDB40\uDD00", // a Japanese name's own form of its letter
                "\u0E20\u0E32\u0E29\u0E32 e\u0308 n\u0303"
            })
    void whatJoinsLettersAndEmojiStays(String text) {
        assertThat(TidyText.of(text)).isEqualTo(text);
        assertThat(TidyText.line(text)).hasSameSizeAs(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\n",
                "\u00A0",
                "\u200B",
                "\u2800",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0",
                "\u00AD",
                "\u200D\u200C",
                "\u0301\u0308",
                "\uDB40\uDC41\uDB40\uDC42",
                "\uFE0F",
                "\uFEFF\u2060",
                "\u202E\u202C",
                "\u3000\u2003",
                "\uE000",
                "\u0000"
            })
    void whatCannotBeSeenIsBlank(String text) {
        assertThat(TidyText.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "\u5B57", "\uD83D\uDE00", ".", "\u0E01", "\u200Bx", "\uFFFD", "\u0661"})
    void whatCanBeSeenIsNotBlank(String text) {
        assertThat(TidyText.isBlank(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x{0000}y",
                "{0007}{001B}[1m",
                "{D800}",
                "{0000}",
                "{0089}PNG\\r\\n{001A}\\n{0000}{0000}{0000}\\rIHDR",
                "%PDF-1.7 {FFFD}{FFFD}{FFFD}{FFFD} some words of it {FFFD}{FFFD}{FFFD}{FFFD} obj",
                "H{0000}e{0000}l{0000}l{0000}o{0000}",
                "{FFFD}{FFFD}{FFFD}{FFFD}"
            })
    void whatIsMostlyNoTextIsBinary(String text) {
        assertThat(TidyText.isBinary(characters(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M{FFFD}nchen",
                "caf{FFFD}",
                "a{000B}b",
                "a{0085}b",
                "Where is my parcel?{0000}",
                "{200B}{200B}{200B}",
                "K{FFFD}re alle, hvor er min pakke? Jeg s{FFFD}ger den p{FFFD} posthuset",
                "",
                "\\t\\t\\n"
            })
    void aTextWithSomethingLostInItIsStillOne(String text) {
        assertThat(TidyText.isBinary(characters(text))).isFalse();
    }

    @Property
    void tidyingATidyTextChangesNothing(@ForAll String text) {
        var tidy = TidyText.of(text);

        assertThat(TidyText.of(tidy)).isEqualTo(tidy);
        assertThat(TidyText.line(TidyText.line(text))).isEqualTo(TidyText.line(text));
        assertThat(tidy.codePoints()).noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
    }

    /** Invisible characters are written as their codes, so that they are seen here. */
    static String characters(String written) {
        return CODE.matcher(written.translateEscapes())
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }
}
