package org.tandem.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Only when Tandem starts its own Camunda; never when the Camunda client is switched off. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnLocalPlatform.IsLocal.class)
@interface ConditionalOnLocalPlatform {

    /** Reads the two properties. */
    final class IsLocal implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Platform.isUsedIn(context.getEnvironment())
                    && Platform.configuredIn(context.getEnvironment()) == Platform.LOCAL;
        }
    }
}
