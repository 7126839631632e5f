package org.tandem.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a child is started: with the Java that runs Tandem, under the watch of {@code ChildMain}. */
record JavaCommand(
        String name,
        String heap,
        List<String> jvmOptions,
        List<String> classPath,
        String mainClass,
        List<String> arguments) {
    private static final String WATCH = "org.tandem.platform.child.ChildMain";
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED");
    /** Settings of the user's shell that are meant for other Camundas and JVMs. */
    private static final Set<String> FOREIGN = Set.of(
            "CAMUNDA_",
            "ZEEBE_",
            "SPRING_",
            "SERVER_",
            "MANAGEMENT_",
            "LOGGING_",
            "ATOMIX_",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "CLASSPATH");

    List<String> line() {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xmx" + heap);
        line.addAll(SMALL);
        line.addAll(jvmOptions);
        line.add("-cp");
        line.add(String.join(File.pathSeparator, classPath));
        line.add(WATCH);
        line.add(mainClass);
        line.addAll(arguments);
        return line;
    }

    void clean(Map<String, String> environment) {
        environment.keySet().removeIf(variable -> FOREIGN.stream().anyMatch(variable::startsWith));
    }
}
