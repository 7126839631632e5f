package org.tandem.engine;

import java.net.URI;
import java.time.InstantSource;
import org.tandem.engine.rest.RestServer;
import org.tandem.engine.rest.RestSettings;
import org.tandem.engine.store.Stores;

/** The one embedded engine of a test JVM: started when first asked for, on a free port, in memory, with a clock that can be moved. */
public final class SharedEngine {

    private SharedEngine() {}

    /** Where it is; the first call starts it. */
    public static URI address() {
        return Holder.SERVER.address();
    }

    private static final class Holder {
        static final RestServer SERVER = start();

        private static RestServer start() {
            var engine = new Engine(Stores.inMemory(), InstantSource.system());
            var server = new RestServer(engine, RestSettings.onLoopback(0).thatCanBeControlled());
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                server.close();
                                engine.close();
                            },
                            "end-engine"));
            return server;
        }
    }
}
