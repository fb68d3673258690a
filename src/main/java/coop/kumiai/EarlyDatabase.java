package coop.kumiai;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Starts the embedded database while the application is still finding its parts: a second less
 * until the first page.
 */
final class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings =
                Binder.get(context.getEnvironment()).bindOrCreate("kumiai", KumiaiSettings.class);
        EmbeddedDatabase.requireFree(settings);
        var starting = CompletableFuture.supplyAsync(() -> EmbeddedDatabase.of(settings));
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("startingDatabase", new Starting(starting));
        beans.registerDisposableBean("startingDatabase", () -> starting.join().close());
    }

    /** The database that is on its way. */
    record Starting(CompletableFuture<EmbeddedDatabase> database)
            implements Supplier<EmbeddedDatabase> {
        @Override
        public EmbeddedDatabase get() {
            try {
                return database.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException reason ? reason : e;
            }
        }
    }
}
