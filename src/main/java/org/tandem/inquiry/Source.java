package org.tandem.inquiry;

/** Where an answer comes from, for the customer to read on. */
public record Source(String title, String link) {}
