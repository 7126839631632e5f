package org.tandem.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The BPMN errors a job worker throws, so that the model policy knows which ones a model can catch. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ThrowsBpmnError {

    String[] value();
}
