package org.tandem.inquiry;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param accessKey the secret behind the customers' links, at least 32 bytes in base64; every instance needs the same one. Without
 *     it, one is created in {@code accessKeyFile}
 * @param accessKeyFile where a key is kept that was created here
 * @param repeatContactWindow within which another inquiry from the same e-mail address counts as contacting us again
 * @param ratingRequestPause how long a customer who was asked for a rating is not asked again, in whatever case
 * @param ratingWindow how long after its answer a closed inquiry can be rated
 */
@ConfigurationProperties("tandem")
record InquirySettings(
        @Nullable String accessKey,
        @DefaultValue(".tandem/access.key") Path accessKeyFile,
        @DefaultValue("7d") Duration repeatContactWindow,
        @DefaultValue("30d") Duration ratingRequestPause,
        @DefaultValue("30d") Duration ratingWindow) {

    InquirySettings {
        check("rating-request-pause", ratingRequestPause);
        check("rating-window", ratingWindow);
    }

    private static void check(String name, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(
                    "tandem.%s is %s, and has to be 0 or longer, such as 30d".formatted(name, time));
        }
    }
}
