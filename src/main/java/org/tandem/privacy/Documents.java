package org.tandem.privacy;

/** What people call the papers and numbers that states know them by, in many languages. Called by its name, any number will do. */
final class Documents {

    static final String NAMES = String.join(
            "|",
            "passport|(?:driv(?:ing|er'?s?)|driver’s) licen[cs]e|(?:national )?id(?:entity)? card|national (?:id|insurance)"
                    + "|tax(?:payer)? id(?:entification)?|tin|tfn|medicare|nric|fin|hkid|itin|south african id|sa id",
            "(?:reise)?pass|f[üu]hrerschein|(?:personal)?ausweis|steuer-?id(?:entifikationsnummer)?"
                    + "|sozialversicherungs?|(?:reise)?passn(?:umme)?r|(?:personal)?ausweisn(?:umme)?r|k[öo]rkort|f[øo]rerkort",
            "passeport|permis de conduire|carte (?:nationale )?d['’]identité|num[ée]ro de s[ée]cu(?:rit[ée] sociale)?",
            "pasaporte|carn[ée] de conducir|c[ée]dula(?: de (?:identidad|ciudadan[íi]a))?|rut|cuil|cuit|rfc",
            "passaporto|patente(?: di guida)?|carta d['’]identità|passaporte|carteira de (?:identidade|motorista)|cnh|rg",
            "paspoort|rijbewijs|rijksregisternummer|rodn[ée] [čc][íi]slo|dow[óo]d(?: osobisty)?|nip|oib|cnp|egn|егн|jmbg|јмбг|emšo"
                    + "|isikukood|asmens kodas|personas kods|amka|αμκα|αφμ|tc kimlik|kimlik|teudat zehut|תעודת זהות",
            "паспорт|снилс|инн|рнокпп|身份证(?:号码?)?|护照(?:号码?)?|マイナンバー|パスポート|주민등록번호|여권(?:번호)?");

    /** Groups that have digits in them. */
    static final String NUMBER = "(?=[A-Z]{0,8}[0-9])[A-Z0-9]++(?:[ ./-]?(?=[A-Z]{0,8}[0-9])[A-Z0-9]++){0,5}";

    private static final int FEWEST_DIGITS = 6;

    private Documents() {}

    static boolean isNumber(String number) {
        return number.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }
}
