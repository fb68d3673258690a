package coop.kumiai.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says at the start where the demo is and who may sign in. */
@Component
@Profile("demo")
class DemoWelcome {
    private static final Logger LOG = LoggerFactory.getLogger(DemoWelcome.class);
    private final DemoPeople people;
    private final DemoSchool school;
    private final DemoUniversity university;
    private final Environment environment;

    DemoWelcome(
            DemoPeople people,
            DemoSchool school,
            DemoUniversity university,
            Environment environment) {
        this.people = people;
        this.school = school;
        this.university = university;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void welcome() {
        if (environment.containsProperty("local.server.port")) {
            LOG.info("{}", text(environment.getRequiredProperty("kumiai.public-url")));
        }
    }

    private String text(String root) {
        var pages =
                Stream.of(
                        "",
                        "お試しの生協",
                        "  " + DemoCoops.MINATO.name(),
                        "    お店    " + root + "/" + DemoCoops.MINATO.id() + "/",
                        "    職員    " + root + "/" + DemoCoops.MINATO.id() + "/office/",
                        "  " + DemoCoops.MANABI.name(),
                        "    入口    " + root + "/" + DemoCoops.MANABI.id() + "/",
                        "    職員    " + root + "/" + DemoCoops.MANABI.id() + "/office/",
                        "  " + DemoCoops.DAIGAKU.name(),
                        "    入口    " + root + "/" + DemoCoops.DAIGAKU.id() + "/",
                        "    職員    " + root + "/" + DemoCoops.DAIGAKU.id() + "/office/",
                        "  郵便受け  " + root + "/demo/mailbox",
                        "  時計など  " + root + "/demo/",
                        "  ログインできる人（パスワードは全員 " + DemoPeople.PASSWORD + "）");
        var signIns =
                Stream.of(people.all(DemoCoops.MINATO.id()), school.all(), university.all())
                        .flatMap(List::stream)
                        .map(it -> "    %-40s %s".formatted(it.email(), it.name()));
        return Stream.concat(pages, signIns).collect(Collectors.joining(System.lineSeparator()));
    }
}
