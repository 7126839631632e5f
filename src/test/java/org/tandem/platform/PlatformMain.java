package org.tandem.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A program that does nothing but run a local platform, to be killed. Its arguments are the settings, name=value. */
final class PlatformMain {
    private PlatformMain() {}

    public static void main(String[] args) throws InterruptedException {
        var settings = new HashMap<String, String>();
        for (var argument : args) {
            var parts = argument.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        var platform = LocalPlatform.prepare(SharedPlatform.onFreePorts(Map.copyOf(settings)));
        platform.start();
        System.out.println("READY " + platform.addresses().adapter() + " "
                + platform.addresses().grpc());
        new CountDownLatch(1).await();
    }
}
