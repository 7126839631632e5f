package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds free loopback ports and says which configured one is taken. */
final class Ports {
    private Ports() {}

    /** Replaces every 0 by a free port. All sockets are held open meanwhile, so no port comes twice. */
    static Map<String, Integer> fix(Map<String, Integer> configured) {
        var fixed = new LinkedHashMap<String, Integer>(configured);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (var entry : configured.entrySet()) {
                if (entry.getValue() == 0) {
                    var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    held.add(socket);
                    fixed.put(entry.getKey(), socket.getLocalPort());
                }
            }
            return fixed;
        } catch (IOException none) {
            throw new UncheckedIOException("There is no free loopback port", none);
        } finally {
            held.forEach(Ports::close);
        }
    }

    /** Refuses to go on when a port is taken, naming the port and the property that moves it. */
    static void requireFree(Map<String, Integer> ports) {
        ports.forEach((property, port) -> {
            if (isTaken(port)) {
                throw new PlatformException(
                        "Port %d is in use by another program (%s=%d).".formatted(port, property, port),
                        "Stop that program, or set %s to another port, or to 0 for any free one.".formatted(property));
            }
        });
    }

    /** Tries what the children will do; addresses still waiting after a close do not count as taken. */
    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(!System.getProperty("os.name").startsWith("Windows"));
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
