package org.tandem.staff;

/** Somebody does not work at the desk any more: their account was switched off, or it is neither an agent's nor a lead's now. */
public record LeftTheDesk(String name) {}
