package org.tandem.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.policy.ModelPolicy;

/** The rules that models have to keep, for those who look at models and know nothing of the workers. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    ModelPolicy modelPolicy() {
        return new ModelPolicy(EngineContract.capabilities());
    }
}
