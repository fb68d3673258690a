package coop.kumiai.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the demo is set up.
 *
 * @param mailboxPort where its mail server listens; 0: any port that is free
 */
@ConfigurationProperties("kumiai.demo")
record DemoSettings(int mailboxPort) {}
