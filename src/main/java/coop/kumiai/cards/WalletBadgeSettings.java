package coop.kumiai.cards;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;

/**
 * The buttons of Apple and Google for their wallets. Both want their own drawing in the language of
 * the page and no other, and neither lets it be passed on, so whoever runs Kumiai fetches them.
 *
 * @param apple SVG file of Apple's badge in Japanese
 * @param google SVG file of Google's button in Japanese
 */
@ConfigurationProperties("kumiai.wallet-badges")
record WalletBadgeSettings(@Nullable Path apple, @Nullable Path google) {}
