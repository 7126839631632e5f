package org.tandem.channel;

import java.io.IOException;

/** More is coming in than a request of the API can have. */
public class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("The body has more than %d bytes".formatted(BodyLimit.BYTES));
    }
}
