package org.tandem.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Takes the platform's folder and ports before any other bean exists, so that a second start says that Tandem is already
 * running instead of stumbling over the database.
 */
@Component
@ConditionalOnLocalPlatform
class LocalPlatformPreparation implements BeanFactoryPostProcessor, EnvironmentAware {
    private @Nullable ConfigurableEnvironment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (environment == null) {
            return;
        }
        var platform = LocalPlatform.prepare(PlatformEnvironment.bind(environment));
        beans.registerSingleton("localPlatform", platform);
        ((DefaultListableBeanFactory) beans).registerDisposableBean("localPlatform", platform::close);
    }
}
