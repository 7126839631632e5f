package org.tandem.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The row of the table of semantics that a class of tests proves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Row {

    String value();
}
