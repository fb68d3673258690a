package coop.kumiai.shop.coupons;

import coop.kumiai.coupons.CouponText;

import java.util.Optional;
import java.util.UUID;

/**
 * One coupon as the list shows it.
 *
 * @param claimed whether the next order takes it
 * @param refusal why it cannot be claimed
 */
public record CouponRow(
        UUID id, String title, CouponText text, boolean claimed, Optional<String> refusal) {}
