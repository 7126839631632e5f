package org.tandem.engine;

import java.net.URI;

/** The one embedded engine of a test JVM: started when first asked for, on a free port, and ended with the JVM. */
public final class SharedEngine {

    private SharedEngine() {}

    /** Where it is; the first call starts it. */
    public static URI address() {
        throw new IllegalStateException("the embedded engine is not here yet");
    }
}
