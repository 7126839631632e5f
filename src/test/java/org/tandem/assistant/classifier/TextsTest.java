package org.tandem.assistant.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** The one form for all ways to write the same. */
class TextsTest {

    private static final int LONGEST = 4_000;

    @Property
    void normalizingAgainChangesNothing(@ForAll("anything") String text) {
        var once = Texts.normalized(text);

        assertThat(Texts.normalized(once)).isEqualTo(once);
    }

    @Property
    void nothingInvisibleIsLeftAndSpacesAreSingle(@ForAll("anything") String text) {
        assertThat(Texts.normalized(text)).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]|\\s{2}|^\\s|\\s$");
    }

    @Property
    void whatIsInvisibleMakesNoDifference(
            @ForAll @StringLength(min = 1, max = 60) @CharRange(from = 'a', to = 'z') String word,
            @ForAll("invisible") String invisible,
            @ForAll @IntRange(max = 60) int place) {
        int at = Math.min(place, word.length());

        assertThat(Texts.normalized(word.substring(0, at) + invisible + word.substring(at)))
                .isEqualTo(word);
    }

    @Property
    void wideLettersAreTheLettersTheyLookLike(
            @ForAll @CharRange(from = '!', to = '~') @StringLength(max = 60) String text) {
        var wide = new StringBuilder();
        text.chars().forEach(letter -> wide.append((char) (letter - '!' + '\uFF01')));

        assertThat(Texts.normalized(wide.toString())).isEqualTo(text);
    }

    @Example
    void aLetterThatIsWrittenOutAsManyDoesNotMakeItLonger() {
        assertThat(Texts.normalized("\uFDFA".repeat(LONGEST))).hasSizeLessThanOrEqualTo(LONGEST);
    }

    @Example
    void anAccentBehindSomethingInvisibleIsPartOfItsLetter() {
        assertThat(Texts.normalized("cafe\u200B\u0301")).isEqualTo("caf\u00E9");
    }

    @Provide
    Arbitrary<String> anything() {
        var odd = Arbitraries.of(
                "\u200B",
                "\u0301",
                "\uFDFA",
                "\uD83D",
                "\uDE00",
                "\uD83D\uDE00",
                "\u0000",
                "\u202E",
                "\u00A8",
                "\n",
                "\t",
                " ",
                "\u00A0",
                "e",
                "\uE000",
                "\u1100",
                "\u1161");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(80),
                odd.list().ofMaxSize(40).map(parts -> String.join("", parts)),
                Arbitraries.integers()
                        .between(LONGEST - 3, LONGEST + 3)
                        .map(length -> "x".repeat(length) + "\uD83D\uDE00e\u0301"),
                Arbitraries.integers().between(LONGEST - 3, LONGEST + 3).map("\uD83D\uDE00"::repeat));
    }

    @Provide
    Arbitrary<String> invisible() {
        return Arbitraries.of("\u200B", "\u200D", "\uFEFF", "\u202E", "\u0000", "\u0007", "\uE000");
    }
}
