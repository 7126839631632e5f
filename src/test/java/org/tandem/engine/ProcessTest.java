package org.tandem.engine;

import io.camunda.process.test.api.CamundaSpringProcessTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application, tested with Camunda Process Test on a real engine. By default that is one embedded engine for
 * all tests of the JVM; {@code -Dtandem.test.engine=containers} runs the same tests on CPT's own containers, and
 * {@code -Dtandem.test.engine=remote} on the cluster that the {@code camunda.process-test.remote.*} properties name. The
 * application's {@link java.time.Clock} follows the engine's, which tests may move forward only.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
@CamundaSpringProcessTest
@ContextConfiguration(initializers = TestEngine.class)
@Import(EngineClock.Configuration.class)
public @interface ProcessTest {

    /** The configuration to test; the whole application when none is given. */
    @AliasFor(annotation = SpringBootTest.class)
    Class<?>[] classes() default {};

    /** Further settings of the application, as {@code name=value}. */
    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};

    /** Whether there is a web server, and where. */
    @AliasFor(annotation = SpringBootTest.class)
    SpringBootTest.WebEnvironment webEnvironment() default SpringBootTest.WebEnvironment.MOCK;
}
