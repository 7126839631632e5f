package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The children's logging: plain lines on standard output, which goes to their log file. */
final class Log4j {
    private static final String CONFIGURATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Configuration status="WARN" shutdownHook="disable">
              <Appenders>
                <Console name="Console">
                  <PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%t] %c{1.} %m%n%ex"/>
                </Console>
              </Appenders>
              <Loggers>
                <Root level="info">
                  <AppenderRef ref="Console"/>
                </Root>
              </Loggers>
            </Configuration>
            """;

    private Log4j() {}

    static String write(PlatformFolder folder) {
        var file = folder.file("log4j2.xml");
        try {
            Files.writeString(file, CONFIGURATION);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file.toUri().toString();
    }
}
