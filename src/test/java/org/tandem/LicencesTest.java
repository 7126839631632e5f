package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every jar that Tandem and its tests use is under a licence that the Open Source Initiative has approved. What a jar's pom, or one of its
 * parents, says counts; all of them are in the local repository, as Maven has read them to resolve the jar.
 */
class LicencesTest {

    private static final Map<String, Pattern> OSI_APPROVED = approved();

    /** Artifacts that leave the choice: what we take. */
    private static final Map<String, String> CHOSEN = Map.of("org.hdrhistogram:HdrHistogram", "BSD-2-Clause");

    @Test
    void everyJarIsUnderAnOpenSourceLicence() {
        var jars = jars();

        assertThat(jars).hasSizeGreaterThan(100);
        assertThat(jars.stream().flatMap(LicencesTest::objections)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Camunda License 1.0",
                "Zeebe Community License v1.1",
                "Elastic License 2.0",
                "Server Side Public License v1",
                "Business Source License 1.1",
                "Apache License 2.0 with Commons Clause",
                "BSD-4-Clause",
                "Proprietary"
            })
    void aVendorsLicenceIsNotTakenForAnOpenOne(String licence) {
        assertThat(isApproved(new Pom.Licence(licence, ""))).isFalse();
    }

    @Test
    void theLicenceAndTheNoticeAreInTheJar() throws Exception {
        var classes = Path.of(
                Tandem.class.getProtectionDomain().getCodeSource().getLocation().toURI());

        assertThat(classes.resolve("META-INF/LICENSE")).content().contains("Apache License");
        assertThat(classes.resolve("META-INF/NOTICE")).content().startsWith("Tandem");
    }

    private static List<Path> jars() {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    /** What speaks against a jar, in sentences that name it and its licence. */
    private static Stream<String> objections(Path jar) {
        var pom = Pom.of(jar);
        if (pom.isEmpty()) {
            return Stream.of("%s: there is no pom beside it that names a licence".formatted(jar.getFileName()));
        }
        var licences = pom.get().licences();
        if (licences.isEmpty()) {
            return Stream.of("%s: its pom names no licence".formatted(pom.get().coordinates()));
        }
        var chosen = OSI_APPROVED.get(CHOSEN.getOrDefault(pom.get().artifact(), ""));
        if (chosen != null && licences.stream().anyMatch(licence -> licence.isSpelled(chosen))) {
            return Stream.empty();
        }
        return licences.stream()
                .filter(licence -> !isApproved(licence))
                .map(licence -> "%s: '%s' (%s) is not known as an OSI-approved licence"
                        .formatted(pom.get().coordinates(), licence.name(), licence.url()));
    }

    private static boolean isApproved(Pom.Licence licence) {
        return OSI_APPROVED.values().stream().anyMatch(licence::isSpelled);
    }

    /** By SPDX id, how poms spell them. A spelling is matched as a whole, so that an exception to a licence is not overlooked. */
    private static Map<String, Pattern> approved() {
        var spellings = new LinkedHashMap<String, String>();
        spellings.put("0BSD", "0BSD");
        spellings.put("Apache-2.0", "(The )?Apache( Software)?( License)?,?( Version)?[ -]2\\.0");
        spellings.put("BSD-2-Clause", "BSD-2-Clause");
        spellings.put(
                "BSD-3-Clause",
                "BSD-3-Clause|(Eclipse Distribution License|EDL)( -)?( v\\.?)? 1\\.0|BSD http://asm\\.ow2\\.io/license\\.html");
        spellings.put("EPL-1.0", "(Eclipse Public License|EPL) 1\\.0");
        spellings.put("EPL-2.0", "(Eclipse Public License|EPL)( -)?( v\\.? ?|[ -])2\\.0");
        spellings.put("GPL-2.0-with-classpath-exception", "GPL2 w/ CPE");
        spellings.put("LGPL-2.1", "LGPL-2\\.1-(only|or-later)|GNU Library General Public License v2\\.1 or later");
        spellings.put("MIT", "(The )?MIT( License)?( \\(MIT\\))?");
        spellings.put("MPL-2.0", "MPL[ -]2\\.0");
        spellings.put("Unicode-3.0", "Unicode-3\\.0");
        var patterns = new LinkedHashMap<String, Pattern>();
        spellings.forEach((spdx, spelling) -> patterns.put(spdx, Pattern.compile(spelling, Pattern.CASE_INSENSITIVE)));
        return patterns;
    }
}
