package org.tandem.bpmn.feel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that does not do where it is needed.
 *
 * @param with the values of the variables with which it comes out
 * @param isValue whether the value is known; else only that no value can do is
 */
public record Unfit(
        Map<String, @Nullable Object> with, @Nullable Object value, boolean isValue) {}
