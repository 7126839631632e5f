package org.tandem.staff;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** How people can sign in here: with an account, with a provider of OpenID Connect, or either. */
@Component
public class SignInWays {

    private final StaffSettings settings;
    private final List<Provider> providers;

    SignInWays(StaffSettings settings, ObjectProvider<ClientRegistrationRepository> registrations) {
        this.settings = settings;
        this.providers = registrations.getIfAvailable() instanceof Iterable<?> all
                ? StreamSupport.stream(all.spliterator(), false)
                        .map(ClientRegistration.class::cast)
                        .map(Provider::of)
                        .toList()
                : List.of();
    }

    public boolean accounts() {
        return settings.accountsBeside(!providers.isEmpty());
    }

    public List<Provider> providers() {
        return providers;
    }

    /** A provider of OpenID Connect, and where signing in with it begins. */
    public record Provider(String name, String path) {

        static Provider of(ClientRegistration registration) {
            return new Provider(
                    registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId());
        }
    }
}
