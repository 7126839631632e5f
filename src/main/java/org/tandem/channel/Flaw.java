package org.tandem.channel;

/** What is wrong with one field, in words for whoever filled it. */
public record Flaw(String field, String message) {}
