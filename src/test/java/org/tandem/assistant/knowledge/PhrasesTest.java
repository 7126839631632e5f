package org.tandem.assistant.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        speak/talk to (a) ... person | I'd like to TALK to a very nice person, please | true
        speak/talk to (a) ... person | talk to person                                 | true
        speak/talk to (a) ... person | I talk to my bank. A person told me            | false
        speak/talk to (a) ... person | talk to one two three four five person         | false
        speak to person              | I speak to a person                            | false
        don't go                     | I DON’T go                                     | true
        dont go                      | don't go                                       | true
        robot*                       | these robotic answers                          | true
        ^ call me                    | where is it, call me                           | true
        ^ call me                    | they call me                                   | false
        call me $                    | please call me!                                | true
        call me $                    | call me Ada                                    | false
        person                       | personal                                       | false
        真人                          | 我要和真人说话                                    | true
        助けて                        | お願い、助けてください                             | true
        """)
    void standInATextOrNot(String phrase, String text, boolean stands) {
        assertThat(new Phrases(List.of(phrase), List.of()).areIn(text)).isEqualTo(stands);
    }

    @Test
    void anExceptionIsNotLookedAt() {
        var phrases = new Phrases(List.of("a human"), List.of("human error"));

        assertThat(phrases.areIn("was it a human error")).isFalse();
        assertThat(phrases.areIn("was it a human error, let a human see it")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a)", "...", "^ ...", "talk//speak", "(a person", "what?"})
    void whatCannotBeReadIsTold(String phrase) {
        assertThat(Phrase.mistake(phrase)).get().asString().contains(phrase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"talk/speak to (a/the) ... person", "robot*", "^ call me $", "don't", "помогите", "βοήθεια"})
    void whatCanBeReadIsFine(String phrase) {
        assertThat(Phrase.mistake(phrase)).isEmpty();
    }
}
