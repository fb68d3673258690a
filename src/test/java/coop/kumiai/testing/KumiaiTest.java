package coop.kumiai.testing;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test against the whole running application on a real PostgreSQL: by services, by {@code
 * MockMvcTester} or by HTTP on {@code @LocalServerPort}. All such tests share one application, so
 * each works in a co-op of its own: {@link TestCoops}. The clock stands at {@link TestClock#START}
 * at the beginning of every test. {@code ./kumiai check} leaves these tests out.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("application")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles({"demo", "test"})
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
@Import({
    TestClock.class,
    TestCoops.class,
    TestOrders.class,
    Mails.class,
    TestMembers.class,
    TestCards.class,
    TestRepresentatives.class,
    TestProcessor.class
})
public @interface KumiaiTest {}
