package org.tandem.bpmn;

import org.jspecify.annotations.Nullable;

/** Something in a file that cannot be read; {@code element} is its id and name where that is known. */
public record Problem(String file, @Nullable String elementId, String elementName, String message, String remedy) {}
