package org.tandem.assistant.classifier;

/** Hears how far a long piece of work has come. Called from several threads. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (step, done, total) -> {};

    void report(String step, int done, int total);
}
