package coop.kumiai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * Starts Kumiai. What it runs on (database, clock, jobs) is configured beside this class; the
 * business is in the modules.
 */
@Modulithic(systemName = "Kumiai")
@EnableAsync
@SpringBootApplication
public class Kumiai {
    public static void main(String[] arguments) {
        var importing = ImportCommand.in(arguments);
        if (importing.isPresent()) {
            System.exit(importing.get().run(arguments));
        }
        var application = new SpringApplication(Kumiai.class);
        application.addInitializers(new EarlyDatabase());
        application.run(arguments);
    }
}
