package org.tandem.assistant;

/** Whether the assistant can try, in words for operators; {@link AssistantHealth} shows it to them. */
public sealed interface Readiness {

    record Preparing(String step) implements Readiness {}

    /** @param next what is being prepared meanwhile, empty if nothing is */
    record Ready(String modelVersion, String next) implements Readiness {}

    record Failed(String why) implements Readiness {}

    /** On purpose: people do everything. */
    record SwitchedOff() implements Readiness {}
}
