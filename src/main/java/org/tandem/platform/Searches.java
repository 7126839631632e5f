package org.tandem.platform;

final class Searches {
    Searches(Camunda86 c, Purge p) {}

    boolean knows(String m, String p) {
        return false;
    }

    com.fasterxml.jackson.databind.@org.jspecify.annotations.Nullable JsonNode answer(
            String m, String p, com.fasterxml.jackson.databind.JsonNode q) {
        return null;
    }
}
