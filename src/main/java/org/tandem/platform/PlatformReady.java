package org.tandem.platform;

/**
 * Published once the engine answers, on a thread of its own: from now on models can be deployed and messages sent. What
 * came in before has waited.
 */
public record PlatformReady() {}
