package org.tandem.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the public documentation states the rule that a test checks. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Doc {

    /** Address below https://docs.camunda.io/docs/. */
    String value();

    /** What the documentation leaves open, where the test decides; empty when it says it all. */
    String silent() default "";
}
