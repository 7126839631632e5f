package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeyTest {

    @TempDir
    private Path folder;

    @Test
    void aTokenOpensItsInquiryAndNoOther() {
        var key = key(Base64.getEncoder().encodeToString(new byte[32]));
        var id = InquiryId.next();

        assertThat(key.opens(id, key.tokenFor(id))).isTrue();
        assertThat(key.opens(InquiryId.next(), key.tokenFor(id))).isFalse();
        assertThat(key.opens(id, "")).isFalse();
        assertThat(key.tokenFor(id)).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void aCreatedKeyStaysTheSameAndIsForItsOwnerOnly() throws IOException {
        var id = InquiryId.next();

        var token = key(null).tokenFor(id);

        assertThat(key(null).opens(id, token)).isTrue();
        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files).containsExactly(file());
        }
        if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithTheRemedy() {
        assertThatIllegalStateException()
                .isThrownBy(() -> key("secret"))
                .withMessageContaining("tandem.access-key")
                .withMessageContaining("openssl rand -base64 32");
    }

    private AccessKey key(@Nullable String configured) {
        return new AccessKey(
                new InquirySettings(configured, file(), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(30)));
    }

    private Path file() {
        return folder.resolve("data/access.key");
    }
}
