package coop.kumiai.cards;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({WalletSettings.class, WalletBadgeSettings.class})
class WalletConfiguration {}
