package org.tandem;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.tandem.commands.Commands;

/** The application: AI answers the routine, a person is always one click away. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tandem {

    public static void main(String[] args) {
        if (Commands.isOne(args)) {
            Commands.main(args);
        }
        SpringApplication.run(Tandem.class, args);
    }
}
