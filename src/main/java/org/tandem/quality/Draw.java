package org.tandem.quality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Chance that everybody can check: a number in [0, 1), evenly spread over the keys, the same for the same purpose and key whenever and
 * wherever it is asked for. What is drawn for one purpose says nothing about another.
 */
public final class Draw {

    private static final double RANGE = 0x1p53;

    private Draw() {}

    /** @param key of what may be drawn, such as a conversation key: something that nobody chooses */
    public static double of(String purpose, String key) {
        var hash = sha256().digest((purpose + '\n' + key).getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << Byte.SIZE | hash[i] & 0xff;
        }
        return (bits >>> 11) / RANGE;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
