package coop.kumiai.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

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
