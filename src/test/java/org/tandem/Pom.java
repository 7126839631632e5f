package org.tandem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The pom of a jar in the local repository, {@code group/artifact/version/artifact-version.pom}. */
record Pom(Path file, Element root) {

    static Optional<Pom> of(Path jar) {
        var version = jar.toAbsolutePath().getParent();
        var artifact = version.getParent();
        return read(version.resolve("%s-%s.pom".formatted(artifact.getFileName(), version.getFileName())));
    }

    /** Its own, or those of the nearest parent that names any. */
    List<Licence> licences() {
        var own = child(root, "licenses").stream()
                .flatMap(licences -> children(licences, "license"))
                .map(licence -> new Licence(text(licence, "name"), text(licence, "url")))
                .toList();
        return own.isEmpty() ? parent().map(Pom::licences).orElse(List.of()) : own;
    }

    String artifact() {
        return groupId() + ":" + text(root, "artifactId");
    }

    String coordinates() {
        return artifact() + ":" + file.getParent().getFileName();
    }

    private String groupId() {
        var own = text(root, "groupId");
        return own.isEmpty()
                ? child(root, "parent").map(parent -> text(parent, "groupId")).orElse("")
                : own;
    }

    private Optional<Pom> parent() {
        return child(root, "parent").flatMap(parent -> {
            var version = text(parent, "version");
            var artifact = text(parent, "artifactId");
            return read(repository()
                    .resolve(text(parent, "groupId").replace('.', '/'))
                    .resolve(artifact)
                    .resolve(version)
                    .resolve("%s-%s.pom".formatted(artifact, version)));
        });
    }

    private Path repository() {
        var folder = file.getParent().getParent().getParent();
        for (var ignored : groupId().split("\\.")) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static Optional<Pom> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            return Optional.of(new Pom(file, root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("%s cannot be read".formatted(file), e);
        }
    }

    private static String text(Element element, String name) {
        return child(element, name).map(Element::getTextContent).orElse("").strip();
    }

    private static Optional<Element> child(Element element, String name) {
        return children(element, name).findFirst();
    }

    private static Stream<Element> children(Element element, String name) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> child.getTagName().equals(name));
    }

    /** A licence as a pom names it. */
    record Licence(String name, String url) {

        boolean isSpelled(Pattern spelling) {
            return spelling.matcher(name).matches()
                    || spelling.matcher(name + " " + url).matches();
        }
    }
}
