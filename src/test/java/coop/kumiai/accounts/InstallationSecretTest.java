package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class InstallationSecretTest {
    @TempDir Path folder;

    @Test
    void isMadeOnceForItsOwnerOnlyAndKept() throws IOException {
        var data = folder.resolve("new");
        var signed = new InstallationSecret("", data).sign("mail", "a");
        assertThat(new InstallationSecret("", data).sign("mail", "a")).isEqualTo(signed);
        var file = data.resolve("secret");
        assertThat(Files.readString(file).strip()).hasSize(64);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new InstallationSecret("", folder.resolve("other")).sign("mail", "a"))
                .isNotEqualTo(signed);
    }

    @Test
    void isTheOneThatIsSet() {
        var set = "0123456789abcdef0123456789abcdef";
        assertThat(new InstallationSecret(set, folder).sign("mail", "a"))
                .isEqualTo(new InstallationSecret(set, folder.resolve("x")).sign("mail", "a"))
                .isNotEqualTo(new InstallationSecret(set, folder).sign("code", "a"));
        assertThat(folder.resolve("secret")).doesNotExist();
    }

    @Test
    void isNeverAShortOne() {
        assertThatThrownBy(() -> new InstallationSecret("short", folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at least 32");
    }
}
