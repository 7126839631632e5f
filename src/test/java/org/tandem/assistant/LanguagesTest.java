package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.assistant.knowledge.Knowledge;

class LanguagesTest {

    private static final Languages LANGUAGES =
            new Languages(Knowledge.read("classpath:/knowledge/", LocalDate.of(2026, 11, 26)));

    @ParameterizedTest
    @CsvSource(textBlock = """
        我什么时候需要付款？,                 zh
        Πώς μπορώ να παγώσω την κάρτα μου;, el
        Où est mon colis ?,                 und
        bloquer ma carte,                   und
        C'est urgent,
        J’ai payé deux fois,
        Passwort vergessen,                 und
        je voudrais savoir pourquoi mon remboursement n'est pas encore arrivé sur mon compte, fr
        Ich habe meine Karte verloren und möchte sie sperren lassen, de
        助けて,                              ja
        도와주세요,                           ko
        помогите,
        איפה הכסף שלי?,                    he
        ayuda,
        hilfe,
        au secours,
        quiero hablar con una persona,     es
        Login in der App geht nicht,       de
        was ist mein Limit,                und
        error en la app,
        kaart kwijt,
        nie dostałem kodu,                 und
        ödeme yapamıyorum,                 tr
        ገንዘቤ የት ነው?,                        und
        """)
    void whatIsNotEnglishIsNotTakenForIt(String text, String language) {
        var guess = LANGUAGES.of(text, null);

        assertThat(guess.supported()).isFalse();
        if (language != null) {
            assertThat(guess.code()).isEqualTo(language);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WHERE IS MY REFUND ORDER NUMBER AB-99-XK STILL NOT HERE",
                "PIN BLOCKED CARD ENDING 4471",
                "I moved to Königstraße 12 in Zürich, how do I change my address",
                "My résumé printer from Société Générale Boutique never arrived",
                "what does \"Zahlungsziel\" mean on my bill",
                "my order from 東京ストア has not come",
                "I'm José García from Peñíscola. When is my payment due?",
                "wheres my refnd",
                "pasword reset",
                "2fa code",
                "Order #AB-99-XK / SKU 4711 / qty 2",
                "Is M'Hamed O'Neill's order at Chez L'Atelier, or is the parcel lost?",
                "refund?",
                "iban change",
                "ok thx",
                "12345",
                "😀",
                "",
            })
    void englishStaysEnglishWhateverNamesAndCodesAreInIt(String text) {
        assertThat(LANGUAGES.of(text, null).code()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        refund?,                                              de, de
        code,                                                 fr-FR, fr
        Ich warte seit zwei Wochen auf meine Rückzahlung,     en, de
        我什么时候需要付款？,                                     en-GB, zh
        I have been waiting for my refund for two weeks,      de, en
        pinn blokd,                                           en, en
        wo ist mein Geld,                                     de-AT, de
        """)
    void whatTheCustomerStatesIsBelievedUnlessTheTextClearlyContradictsIt(String text, String stated, String code) {
        assertThat(LANGUAGES.of(text, stated).code()).isEqualTo(code);
    }

    @Test
    void aTextWithoutWordsIsInTheLanguageThatWasStated() {
        assertThat(LANGUAGES.of("12345", "pt-BR").code()).isEqualTo("pt");
    }
}
