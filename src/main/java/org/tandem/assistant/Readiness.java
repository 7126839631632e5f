package org.tandem.assistant;

/** Whether the assistant can try, in words for operators. */
public sealed interface Readiness {

    record Preparing(String step) implements Readiness {}

    record Ready(String modelVersion) implements Readiness {}

    record Failed(String why) implements Readiness {}
}
