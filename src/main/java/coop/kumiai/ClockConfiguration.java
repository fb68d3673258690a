package coop.kumiai;

import coop.kumiai.kernel.BusinessClock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ClockConfiguration {
    @Bean
    BusinessClock clock(KumiaiSettings settings) {
        var now = settings.now();
        return now == null
                ? BusinessClock.ofTheMachine()
                : BusinessClock.startingAt(now.atZone(BusinessClock.JAPAN).toInstant());
    }
}
