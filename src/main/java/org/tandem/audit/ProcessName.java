package org.tandem.audit;

/** A process by its id, and what people call it. */
public record ProcessName(String id, String name) {}
