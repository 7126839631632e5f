package org.tandem.engine.rest;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the API is offered.
 *
 * @param address the local address to listen on
 * @param port 0 for any free one
 * @param user with the password what every client has to know; both null for an open API
 * @param hosts names besides those of this machine under which it may be called, and whose pages may call it
 * @param mostBytes the size of the largest body
 * @param controllable whether clients may move the clock and make the engine forget everything
 */
public record RestSettings(
        String address,
        int port,
        @Nullable String user,
        @Nullable String password,
        Set<String> hosts,
        int mostBytes,
        boolean controllable) {

    /** As much as a Camunda 8 cluster takes. */
    public static final int USUAL_BYTES = 4 << 20;

    public RestSettings {
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("A user needs a password, and a password a user");
        }
    }

    /** Open to this machine's own programs. */
    public static RestSettings onLoopback(int port) {
        return new RestSettings("127.0.0.1", port, null, null, Set.of(), USUAL_BYTES, false);
    }

    public RestSettings withPassword(String newUser, String newPassword) {
        return new RestSettings(address, port, newUser, newPassword, hosts, mostBytes, controllable);
    }

    /** For tests and simulations. */
    public RestSettings thatCanBeControlled() {
        return new RestSettings(address, port, user, password, hosts, mostBytes, true);
    }

    @Override
    public String toString() {
        return "RestSettings[%s:%d, user %s, hosts %s, at most %d bytes%s]"
                .formatted(address, port, user, hosts, mostBytes, controllable ? ", controllable" : "");
    }
}
