package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class SealingTest {
    private static final byte[] OPEN = {1, 2, 3};
    private final Sealing sealing = of("a secret of thirty-two characters");

    @Test
    void whatWasSealedOpensInItsPlaceOnly() {
        var sealed = sealing.seal(OPEN, "here");
        assertThat(sealing.open(sealed, "here")).isEqualTo(OPEN);
        assertThat(sealing.seal(OPEN, "here")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> sealing.open(sealed, "there"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> of("another secret of 32 characters..").open(sealed, "here"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Sealing of(String secret) {
        return new Sealing(new InstallationSecret(secret, Path.of("unused")));
    }
}
