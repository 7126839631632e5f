package org.tandem.staff.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

class PasswordsTest {

    private static final StaffMember PERSON =
            new StaffMember("amira", "Amira Castellano", Set.of(Role.AGENT), Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plum under the bridge",
                "correct horse battery staple",
                "Regen fällt auf Kies",
                "zeven scheve fietsen",
                "xK9#mQ2$vL7!",
                "seventeen herons at noon",
                "雨が降る静かな夜の町外れにて"
            })
    void whateverIsLongAndNotCommonWillDo(String password) {
        assertThat(Passwords.flaw(password, PERSON, "Alderpay")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            elevenchars           | at least 12
            password1234          | too easy
            Password12345!        | too easy
            p@ssw0rdp@ssw0rd      | too easy
            123456789012          | too easy
            qwertyuiop12          | too easy
            1qaz2wsx3edc          | too easy
            iloveyou1234          | too easy
            letmeinletmein        | too easy
            aaaaaaaaaaaaaaa       | too easy
            abcabcabcabc          | too easy
            welcome12345          | too easy
            administrator1        | too easy
            November2026!         | too easy
            castellano123         | too easy
            tandemtandem1         | too easy
            this is AMIRA speaking | name to sign in with
            a.m.i.r.a has a horse | name to sign in with
            alderpay in the rain  | name of the company
            Alder-Pay rains softly | name of the company
            """)
    void whatOthersWouldGuessIsRefused(String password, String words) {
        assertThat(Passwords.flaw(password, PERSON, "Alderpay"))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains(words));
    }

    @ParameterizedTest
    @CsvSource({"jo, Xy, joy of plum trees in march", "al, Al, altogether purple kettles"})
    void aNameOfTwoLettersMayStandInOtherWords(String name, String displayName, String password) {
        var person = new StaffMember(name, displayName, Set.of(Role.AGENT), Set.of());

        assertThat(Passwords.flaw(password, person, "")).isEmpty();
    }
}
