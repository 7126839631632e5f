package org.tandem.channel.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The customer's own inquiry: named by the address, opened by the token. It stands first, so that nothing else of a stranger's request is read. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "id",
        in = ParameterIn.PATH,
        required = true,
        description = "The inquiry's id",
        schema = @Schema(type = "string", format = "uuid"))
@interface ByToken {}
