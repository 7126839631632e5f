package org.tandem.platform;

import java.net.URI;

/** Where the local platform can be reached. */
record Addresses(URI web, URI adapter, URI grpc, URI management, URI store) {

    static Addresses of(LocalPlatformProperties properties) {
        return new Addresses(
                local(properties.webPort()),
                local(properties.adapterPort()),
                local(properties.grpcPort()),
                local(properties.managementPort()),
                local(properties.opensearchPort()));
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
