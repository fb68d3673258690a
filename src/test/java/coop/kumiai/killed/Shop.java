package coop.kumiai.killed;

import coop.kumiai.Kumiai;
import coop.kumiai.demo.CoopSeeds;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.policies.Coop;
import coop.kumiai.stores.Slots;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What runs in the process that is killed: the application as it runs for real, and one co-op with
 * five products. Says {@code ready PORT} once it serves.
 */
final class Shop {
    static final CoopId COOP = new CoopId("killed");
    static final String READY = "ready ";

    private Shop() {}

    public static void main(String[] settings) throws IOException {
        var application = SpringApplication.run(Kumiai.class, settings);
        found(application);
        var server = ((WebServerApplicationContext) application).getWebServer();
        System.out.println(READY + Objects.requireNonNull(server).getPort());
    }

    private static void found(ConfigurableApplicationContext application) throws IOException {
        application
                .getBean(CoopSeeds.class)
                .sow(new Coop(COOP, "ためし生協ネットスーパー", "ためし生協", "#00607a"), "minato");
        take(application, "categories");
        take(application, "products");
        application.getBean(Slots.class).offered(COOP, "shibuya");
    }

    private static void take(ConfigurableApplicationContext application, String kind)
            throws IOException {
        var file = Path.of(new ClassPathResource("orders/" + kind + ".csv").getURI());
        application.getBeansOfType(FileImport.class).values().stream()
                .filter(it -> it.kind().equals(kind))
                .forEach(it -> it.take(COOP, file, progress -> {}));
    }
}
