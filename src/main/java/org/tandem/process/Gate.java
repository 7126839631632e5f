package org.tandem.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** The decision {@code confidence-gate} as the model stores it in the variable {@code gate}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Gate(String route, String reason, @Nullable String rule) {}
