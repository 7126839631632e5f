package org.tandem.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the engine.
 *
 * @param mode {@code embedded} for Tandem's own, {@code external} for a given Camunda 8.8 or later
 * @param address the local address that the embedded engine listens on
 * @param port its port; 0 for any free one
 * @param hosts names besides those of this machine under which it may be called
 * @param passwordFile where its password is kept; made on the first start
 * @param databaseUrl JDBC address of an H2 file or of a PostgreSQL database, where it uses a schema of its own
 * @param retention how long finished process instances are kept; nothing for ever
 */
@ConfigurationProperties("tandem.engine")
record EngineProperties(
        @DefaultValue("embedded") String mode,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("8080") int port,
        @DefaultValue Set<String> hosts,
        @DefaultValue(".tandem/engine.password") Path passwordFile,
        @DefaultValue("jdbc:h2:file:./.tandem/data/engine") String databaseUrl,
        @DefaultValue("sa") String databaseUser,
        @DefaultValue("") String databasePassword,
        @Nullable Duration retention) {}
