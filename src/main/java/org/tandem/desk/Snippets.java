package org.tandem.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.CaseFile;

/** What agents write again and again, by name: a file that leads and editors change. A file with a mistake in it is refused at start-up. */
@Component
public class Snippets {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> PLACEHOLDERS = Set.of("firstName", "caseNumber");
    private static final int LONGEST = 4_000;

    private final Map<String, String> texts = new LinkedHashMap<>();

    Snippets(@Value("${tandem.desk.snippets:classpath:snippets.yaml}") Resource file) {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(file);
        var read = yaml.getObject();
        if (read != null) {
            read.forEach((name, text) -> texts.put(name, checked(file, name, text)));
        }
    }

    /** For the customer of this case: each text by its name. */
    public Map<String, String> of(CaseFile file) {
        var filled = new LinkedHashMap<String, String>();
        texts.forEach((name, text) -> filled.put(
                name,
                text.replace("{firstName}", firstName(file.customer().name())).replace("{caseNumber}", file.number())));
        return filled;
    }

    /** As people write their names, the first of them comes first. */
    private static String firstName(String name) {
        return name.strip().split("\\s+", 2)[0];
    }

    private static String checked(Resource file, String name, Object text) {
        if (!NAME.matcher(name).matches()) {
            throw wrong(file, name, "needs a name of small letters, digits and hyphens, such as \"thank-you\"");
        }
        if (!(text instanceof String words) || words.isBlank() || words.length() > LONGEST) {
            throw wrong(file, name, "needs a text of 1 to %,d characters".formatted(LONGEST));
        }
        PLACEHOLDER
                .matcher(words)
                .results()
                .filter(found -> !PLACEHOLDERS.contains(found.group(1)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw wrong(
                            file,
                            name,
                            "has %s, which nothing fills in: there are {firstName} and {caseNumber}"
                                    .formatted(unknown.group()));
                });
        return words.strip() + (words.endsWith("\n") ? "\n" : "");
    }

    private static IllegalStateException wrong(Resource file, String name, String what) {
        return new IllegalStateException("The snippet \"%s\" in %s %s".formatted(name, file.getDescription(), what));
    }
}
