package org.tandem.privacy;

import java.util.List;
import java.util.regex.Pattern;

/** E-mail addresses, also as people write them to hide them from programs, and as they stand in links. */
final class Emails implements Detector {

    private static final String ENCODED_AT = "%(?:25)*40|&#0*64;|&#x0*40;|&commat;";
    private static final String AT_WORD = "(?:at|ät|bei|arroba|arobase|chiocciola)";
    private static final String DOT_WORD = "(?:dot|punkt|punto|point|ponto)";
    private static final String BRACKETED = "\\h?[(\\[{<*_]\\h?%s\\h?[)\\]}>*_]\\h?";

    private static final String LOCAL = "(?:[\\p{L}\\p{M}\\p{N}._+'-]|%(?!(?:25)*40))";
    private static final String LABEL = "[\\p{L}\\p{M}\\p{N}-]++";
    private static final String DOT =
            "(?:\\h?\\.|%%2E|\\h\\.\\h|,(?=(?:com|net|org|co\\.uk|de|fr|es|it|nl)\\b)|\\h%s\\h|%s)"
                    .formatted(DOT_WORD, BRACKETED.formatted("(?:%s|\\.)".formatted(DOT_WORD)));
    private static final String AT =
            "(?:@|%s|%s)".formatted(ENCODED_AT, BRACKETED.formatted("(?:%s|@)".formatted(AT_WORD)));
    /** With blanks it is more often no address, so it has to end in letters. */
    private static final String NAME_OF_LETTERS =
            "%1$s(?:%2$s%1$s)*?%2$s\\p{L}{2,}+(?![\\p{N}-])".formatted(LABEL, DOT);

    /** Else it is what people put before each other's names. */
    private static final String COMMON_ENDING =
            "\\.(?:com|net|org|edu|info|eu|uk|ie|de|at|ch|fr|es|pt|it|nl|be|se|no|dk|fi|pl|us|ca|au|nz|in|br|example|test)\\b";

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?<!%1$s)(?:\"[^\"\\n]{1,64}\"|%1$s{1,64}+)(?:%2$s%3$s(?:%4$s%3$s)++|\\h?@\\h%5$s|\\h@%3$s(?:\\.%3$s)*?%8$s|\\h%6$s\\h%3$s(?:\\h%7$s\\h%3$s)++)"
                    .formatted(LOCAL, AT, LABEL, DOT, NAME_OF_LETTERS, AT_WORD, DOT_WORD, COMMON_ENDING));

    @Override
    public List<Finding> find(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(found -> new Finding(Kind.EMAIL, found.start(), found.end()))
                .toList();
    }
}
