package org.tandem.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The numbers by which states know people. Where a number has a check digit it has to be right; where not, its form is distinct. What could
 * as well be the number of an order counts only where it is called by its name.
 */
final class NationalIds implements Detector {

    private static final String MONTH = "(?:0[1-9]|1[0-2])";
    private static final String DAY = "(?:0[1-9]|[12][0-9]|3[01])";
    /** Sweden adds 60 to the day of whoever is not registered there, Norway 40. */
    private static final String SWEDISH_DATE = MONTH + "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])";

    private static final String NORWEGIAN_DATE = "(?:0[1-9]|[1256][0-9]|[37][01]|4[1-9])" + MONTH;
    private static final String ITALIAN_DIGIT = "[0-9LMNP-V]";

    private static final List<Form> FORMS = List.of(
            form(
                    "United States",
                    "(?!000|666)[0-9]{3}(?<s>[-. ])(?!00)[0-9]{2}\\k<s>(?!0000)[0-9]{4}",
                    Checks::isAmerican),
            form(
                    "United Kingdom",
                    "(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?<s>"
                            + " ?|-)[0-9]{2}\\k<s>[0-9]{2}\\k<s>[0-9]{2}\\k<s>[A-D]",
                    number -> true),
            form("Germany", "[1-9][0-9](?<s>[ /]?)[0-9]{3}\\k<s>[0-9]{3}\\k<s>[0-9]{3}", Checks::isGerman),
            form("Germany", "[0-9]{2} ?%s%s[0-9]{2} ?[A-Z] ?[0-9]{3}".formatted(DAY, MONTH), number -> true),
            form(
                    "Sweden",
                    "(?:19|20)?[0-9]{2}%1$s ?[-+] ?[0-9]{4}|(?:19|20)[0-9]{2}%1$s[0-9]{4}".formatted(SWEDISH_DATE),
                    Checks::isSwedish),
            named(
                    "Sweden",
                    "personn(?:ummer|r)|samordningsnummer|pnr",
                    "[0-9]{2}%s[0-9]{4}".formatted(SWEDISH_DATE),
                    Checks::isSwedish),
            form("Norway", "%s[0-9]{2} ?[0-9]{5}".formatted(NORWEGIAN_DATE), Checks::isNorwegian),
            named("Denmark", "cpr|personnummer", "%s%s[0-9]{2}[- ]?[0-9]{4}".formatted(DAY, MONTH), number -> true),
            form("Finland", "%s%s[0-9]{2}[-+A-FU-Y][0-9]{3}[0-9A-FHJ-NPR-Y]".formatted(DAY, MONTH), Checks::isFinnish),
            form(
                    "France",
                    "[12](?<s>["
                            + " .-]?)[0-9]{2}\\k<s>(?:0[1-9]|1[0-2]|[2-9][0-9])\\k<s>(?:[0-9]{2}|2[AB])\\k<s>[0-9]{3}\\k<s>[0-9]{3}\\k<s>"
                            + " ?[0-9]{2}",
                    Checks::isFrench),
            form(
                    "Spain",
                    "(?:[0-9]{2}(?<s>[. ]?)[0-9]{3}\\k<s>[0-9]{3}|[XYZ][- .]?[0-9](?<t>[. ]?)[0-9]{3}\\k<t>[0-9]{3})[-"
                            + " .]?[A-HJ-NP-TV-Z]",
                    Checks::isSpanish),
            form("Portugal", "[0-9]{8}[- ]?[0-9][- ]?[A-Z]{2}[0-9]", number -> true),
            named("Portugal", "nif|contribuinte", "[1-35689][0-9]{2} ?[0-9]{3} ?[0-9]{3}", Checks::isPortuguese),
            form(
                    "Italy",
                    "[A-Z]{3} ?[A-Z]{3} ?%1$s{2}[A-EHLMPRST]%1$s{2} ?[A-Z]%1$s{3} ?[A-Z]".formatted(ITALIAN_DIGIT),
                    Checks::isItalian),
            form("Netherlands", "[0-9]{4}\\.[0-9]{2}\\.[0-9]{3}", Checks::isDutch),
            named(
                    "Netherlands",
                    "bsn|burgerservicenummer|sofi(?:-?nummer)?",
                    "[0-9]{9}|[0-9]{3}(?<s>[. -])[0-9]{3}\\k<s>[0-9]{3}",
                    Checks::isDutch),
            form("Belgium", "[0-9]{2}[.]?%s[.]?%s[- ]?[0-9]{3}[. ]?[0-9]{2}".formatted(MONTH, DAY), Checks::isBelgian),
            form("Switzerland", "756(?<s>[. ])[0-9]{4}\\k<s>[0-9]{4}\\k<s>[0-9]{2}", Checks::isSwiss),
            form("Austria", "[1-9][0-9]{3} %s%s[0-9]{2}".formatted(DAY, MONTH), Checks::isAustrian),
            form("Poland", "[0-9]{2}[0-389][0-9][0-3][0-9]{6}", Checks::isPolish),
            form(
                    "Czechia, Slovakia",
                    "[0-9]{2}(?:[05][1-9]|[1267][0-9]|[38][0-2])%s/[0-9]{4}".formatted(DAY),
                    Checks::isCzech),
            form("Ireland", "[0-9]{7}[A-W][A-IW]?", Checks::isIrish),
            form("Brazil", "[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}", Checks::isBrazilian),
            named("Brazil", "cpf", "[0-9]{11}", Checks::isBrazilian),
            form("India", "[A-Z]{3}P[A-Z][0-9]{4}[A-Z]", number -> true),
            named("India", "aadhaa?r|uid(?:ai)?", "[2-9][0-9]{3}(?<s>[ -]?)[0-9]{4}\\k<s>[0-9]{4}", Checks::isIndian),
            named(
                    "Canada",
                    "sin|nas|social insurance (?:number|no\\.?)",
                    "[0-9]{3}(?<s>[ -]?)[0-9]{3}\\k<s>[0-9]{3}",
                    Checks::isLuhn),
            named(
                    "United Kingdom",
                    "nhs(?: number| no\\.?)?",
                    "[0-9]{3}(?<s>[ -]?)[0-9]{3}\\k<s>[0-9]{4}",
                    Checks::isOfTheNhs),
            named("United States", "ssn|social security (?:number|no\\.?)", "[0-9]{9}", number -> true),
            form("Mexico", "[A-Z]{4}[0-9]{2}%s%s[HMX][A-Z]{5}[0-9A-Z][0-9]".formatted(MONTH, DAY), number -> true),
            form("Mexico", "[A-ZÑ&]{4}[0-9]{2}%s%s[0-9A-Z]{3}".formatted(MONTH, DAY), number -> true),
            form("South Korea", "[0-9]{2}%s%s-[1-8][0-9]{6}".formatted(MONTH, DAY), number -> true),
            form("Hong Kong", "[A-Z]{1,2}[0-9]{6}\\([0-9A]\\)", number -> true),
            form("Chile", "[0-9]{1,2}\\.[0-9]{3}\\.[0-9]{3}-[0-9K]", Checks::isChilean),
            form("Argentina", "(?:2[03-7]|3[034])-[0-9]{8}-[0-9]", Checks::isArgentinian),
            named("any country", Documents.NAMES, Documents.NUMBER, Documents::isNumber),
            form("China", "[1-9][0-9]{5}(?:19|20)[0-9]{2}%s%s[0-9]{3}[0-9X]".formatted(MONTH, DAY), Checks::isChinese));

    /** Even in Italy, where letters may stand for digits, a number without any does not count. */
    private static final int FEWEST_DIGITS = 3;

    /** Most texts have next to no digits, and to look for thirty forms takes long. */
    @Override
    public List<Finding> find(String text) {
        if (text.chars()
                        .filter(character -> character >= '0' && character <= '9')
                        .count()
                < FEWEST_DIGITS) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        int end = 0;
        for (var finding : FORMS.stream()
                .flatMap(form -> form.find(text).stream())
                .sorted(Comparator.comparingInt(Finding::start))
                .toList()) {
            if (finding.start() >= end) {
                findings.add(finding);
                end = finding.end();
            }
        }
        return findings;
    }

    private static Form form(String country, String pattern, Predicate<String> isRight) {
        return new Form(
                country,
                Pattern.compile("(?i)(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][.,/-])(?<id>%s)(?![\\p{L}\\p{N}]|[.,/-]\\p{N})"
                        .formatted(pattern)),
                isRight);
    }

    private static Form named(String country, String names, String pattern, Predicate<String> isRight) {
        return new Form(
                country,
                Pattern.compile(
                        "(?iu)(?<![\\p{L}\\p{N}])(?:%s)(?: (?:is|är|er|ist|es|est|é|number|no\\.?|nr\\.?))?[^\\p{L}\\p{N}]{0,4}(?<id>%s)(?![\\p{L}\\p{N}]|[.,/-]\\p{N})"
                                .formatted(names, pattern)),
                isRight);
    }

    private record Form(String country, Pattern pattern, Predicate<String> isRight) {

        List<Finding> find(String text) {
            return pattern.matcher(text)
                    .results()
                    .filter(found -> isRight.test(Marks.plain(found.group("id"))))
                    .map(found -> new Finding(Kind.NATIONAL_ID, found.start("id"), found.end("id")))
                    .toList();
        }
    }
}
