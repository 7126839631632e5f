package org.tandem.channel.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An action that is done once for each key of its requests, however often they come. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = ByKey.HEADER,
        in = ParameterIn.HEADER,
        description =
                "1 to 200 printable characters, for example a UUID. The same key with the same content is taken once,"
                        + " with other content it is refused. Each address has keys of its own",
        schema = @Schema(type = "string", maxLength = 200))
@ApiResponse(responseCode = "422", description = "This key was used before, with other content")
@interface ByKey {

    String HEADER = "Idempotency-Key";
}
