package coop.kumiai.stores;

import java.time.Instant;
import java.util.UUID;

/** A notice of a store (店舗からのお知らせ), shown above its slots while it lasts. */
public record StoreNotice(UUID id, String text, Instant from, Instant until) {}
