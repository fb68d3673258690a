package coop.kumiai.demo;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** What only the demo has: its own mail server, and a door for its own pages. */
@Configuration
@Profile("demo")
@EnableConfigurationProperties({DemoSettings.class, MailProperties.class})
class DemoConfiguration {
    @Bean(initMethod = "open", destroyMethod = "close")
    Mailbox mailbox(DemoSettings settings) {
        return new Mailbox(settings.mailboxPort());
    }

    /** The application's mail sender speaks to the mailbox, over a socket as to any server. */
    @Bean
    JavaMailSenderImpl mailSender(Mailbox mailbox, MailProperties properties) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(mailbox.host());
        sender.setPort(mailbox.port());
        sender.setDefaultEncoding(properties.getDefaultEncoding().name());
        sender.getJavaMailProperties().putAll(properties.getProperties());
        return sender;
    }

    /** The demo's pages hold no secret and take posts from scripts: no sign-in, no form token. */
    @Bean
    @Order(0)
    SecurityFilterChain demoDoor(HttpSecurity http) {
        return http.securityMatcher("/demo/**")
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .headers(
                        it ->
                                it.contentSecurityPolicy(
                                        csp ->
                                                csp.policyDirectives(
                                                        "default-src 'none'; script-src 'self';"
                                                            + " connect-src 'self'; style-src"
                                                            + " 'self'; img-src 'self'; font-src"
                                                            + " 'self'; form-action 'self';"
                                                            + " frame-ancestors 'none'")))
                .build();
    }
}
