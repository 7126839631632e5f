package org.tandem.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Only with this kind of platform, and never when {@code camunda.client.enabled=false} says that there is no engine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnPlatform.Configured.class)
@interface ConditionalOnPlatform {
    Platform value();

    /** Compares with the configuration. */
    final class Configured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var wanted =
                    metadata.getAnnotations().get(ConditionalOnPlatform.class).getEnum("value", Platform.class);
            return Platform.isUsedIn(context.getEnvironment())
                    && Platform.configuredIn(context.getEnvironment()) == wanted;
        }
    }
}
