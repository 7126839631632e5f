package org.tandem.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import org.tandem.disk.DatabaseFile;
import org.tandem.engine.rest.RestServer;
import org.tandem.engine.rest.RestSettings;
import org.tandem.engine.store.Store;
import org.tandem.engine.store.Stores;
import org.tandem.testing.PostgresCluster;

/**
 * The engine in a process of its own, open to this machine's programs: {@code EngineMain memory|FOLDER|JDBC-ADDRESS PORT}. Prints READY and
 * where it listens.
 */
public final class EngineMain {

    private EngineMain() {}

    public static void main(String[] arguments) {
        var engine = new Engine(store(arguments[0]), InstantSource.system());
        var server = new RestServer(engine, RestSettings.onLoopback(Integer.parseInt(arguments[1])));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            engine.close();
                        },
                        "end-engine"));
        System.out.println("READY " + server.address());
    }

    static Store store(String where) {
        if (where.equals("memory")) {
            return Stores.inMemory();
        }
        if (where.startsWith("jdbc:")) {
            return Stores.open(where, PostgresCluster.USER, PostgresCluster.PASSWORD);
        }
        return Stores.open(DatabaseFile.PREFIX + Path.of(where, "engine").toAbsolutePath(), "sa", "");
    }
}
