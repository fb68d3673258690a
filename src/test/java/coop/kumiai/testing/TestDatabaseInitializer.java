package coop.kumiai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

class TestDatabaseInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "kumiai.db.url=" + TestDatabase.fresh(),
                        "kumiai.db.user=postgres",
                        "kumiai.data=" + folder())
                .applyTo(context);
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("kumiai-test").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
