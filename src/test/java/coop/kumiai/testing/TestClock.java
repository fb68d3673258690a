package coop.kumiai.testing;

import coop.kumiai.kernel.BusinessClock;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * The clock of tests stands still; a test moves it by {@code
 * clock.standAt(TestClock.jst("2026-11-20T09:00"))}.
 */
@TestConfiguration
public class TestClock {
    /** Friday, 8 in the morning. */
    public static final Instant START = jst("2026-11-20T08:00");

    /** A moment in Japan Standard Time. */
    public static Instant jst(String localDateTime) {
        return LocalDateTime.parse(localDateTime).atZone(BusinessClock.JAPAN).toInstant();
    }

    @Bean
    @Primary
    BusinessClock standingClock() {
        return BusinessClock.standingAt(START);
    }

    /** Sets the clock back before every test. */
    public static class Reset extends AbstractTestExecutionListener {
        @Override
        public void beforeTestMethod(TestContext test) {
            if (test.hasApplicationContext()) {
                test.getApplicationContext()
                        .getBeanProvider(BusinessClock.class)
                        .ifAvailable(clock -> clock.standAt(START));
            }
        }
    }
}
