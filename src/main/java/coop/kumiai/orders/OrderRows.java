package coop.kumiai.orders;

import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.Discount;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.db.tables.records.OrderLineRecord;
import coop.kumiai.orders.db.tables.records.OrderVersionRecord;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.stores.AgreedFee.FeeOffer;

import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Between versions of orders and their rows; part of {@link OrderStore}. */
final class OrderRows {
    private OrderRows() {}

    static OrderVersion version(OrderVersionRecord row, List<OrderLine> lines) {
        return new OrderVersion(
                row.getVersion(),
                OrderVersion.Kind.of(row.getKind()),
                row.getMadeAt().toInstant(),
                row.getMadeBy(),
                row.getReason(),
                new Destination(
                        row.getRecipient(),
                        row.getPhone(),
                        row.getPostalCode(),
                        row.getAddress(),
                        row.getDriveThrough()),
                row.getStartsAt().toInstant(),
                row.getEndsAt().toInstant(),
                row.getCutoffAt().toInstant(),
                PaymentMethod.require(row.getPaymentMethod()),
                wishes(row),
                totals(row),
                Yen.of(row.getShareCapitalYen()),
                lines);
    }

    static OrderLine line(OrderLineRecord row) {
        return new OrderLine(
                row.getLineNo(),
                new Jan(row.getJan()),
                row.getName(),
                row.getUnit(),
                row.getQuantity(),
                PriceMode.of(row.getPriceMode()),
                Yen.of(row.getUnitPriceYen()),
                TaxClass.of(row.getTaxClass()),
                row.getByWeight(),
                row.getAlcohol(),
                row.getShelf(),
                Optional.ofNullable(row.getPer_100gYen()).map(it -> weighing(it, row.getGrams())),
                row.getInsteadOf() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(row.getInsteadOf()));
    }

    static OrderVersionRecord row(CoopId coop, UUID orderId, OrderVersion version) {
        var row = new OrderVersionRecord();
        row.setCoopId(coop.code());
        row.setOrderId(orderId);
        row.setVersion(version.number());
        row.setKind(version.kind().code());
        row.setMadeAt(version.madeAt().atOffset(ZoneOffset.UTC));
        row.setMadeBy(version.madeBy());
        row.setReason(version.reason());
        row.setStartsAt(version.startsAt().atOffset(ZoneOffset.UTC));
        row.setEndsAt(version.endsAt().atOffset(ZoneOffset.UTC));
        row.setCutoffAt(version.cutoffAt().atOffset(ZoneOffset.UTC));
        row.setPaymentMethod(version.payment().code());
        row.setShareCapitalYen(version.shareCapital().amount());
        fill(row, version.destination());
        fill(row, version.wishes());
        fill(row, version.totals());
        return row;
    }

    static OrderLineRecord row(CoopId coop, UUID orderId, int version, OrderLine line) {
        var row = new OrderLineRecord();
        row.setCoopId(coop.code());
        row.setOrderId(orderId);
        row.setVersion(version);
        row.setLineNo(line.number());
        row.setJan(line.jan().digits());
        row.setName(line.name());
        row.setUnit(line.unit());
        row.setQuantity(line.quantity());
        row.setPriceMode(line.priceMode().code());
        row.setUnitPriceYen(line.unitPrice().amount());
        row.setTaxClass(line.taxClass().code());
        row.setByWeight(line.byWeight());
        row.setAlcohol(line.alcohol());
        row.setShelf(line.shelf());
        line.weighing().ifPresent(it -> row.setPer_100gYen(it.per100g().amount()));
        line.grams().ifPresent(row::setGrams);
        line.insteadOf().ifPresent(row::setInsteadOf);
        return row;
    }

    private static Weighing weighing(long per100g, @Nullable Integer grams) {
        return new Weighing(
                Yen.of(per100g), grams == null ? OptionalInt.empty() : OptionalInt.of(grams));
    }

    private static void fill(OrderVersionRecord row, Destination destination) {
        row.setRecipient(destination.recipient());
        row.setPhone(destination.phone());
        row.setPostalCode(destination.postalCode());
        row.setAddress(destination.address());
        row.setDriveThrough(destination.driveThrough());
    }

    private static void fill(OrderVersionRecord row, Wishes wishes) {
        row.setShortage(wishes.shortage().code());
        row.setRemarks(wishes.remarks());
        row.setChopsticks(wishes.chopsticks());
        row.setSpoons(wishes.spoons());
        row.setReceipt(wishes.receipt());
        row.setReceiptTo(wishes.receiptTo());
        row.setLeaveAtDoor(wishes.leaveAtDoor());
    }

    private static void fill(OrderVersionRecord row, OrderTotals totals) {
        row.setGoodsExTaxYen(totals.goodsExTax().amount());
        row.setDeliveryFeeYen(totals.deliveryFee().amount());
        totals.feeOffer()
                .ifPresent(
                        it -> {
                            row.setFeeOffer(it.name());
                            row.setFeeOfferLeastYen(it.leastGoods().amount());
                            row.setFeeOrdinaryYen(it.ordinary().amount());
                        });
        row.setPaymentFeeYen(totals.paymentFee().amount());
        row.setStandardPercent(totals.standard().percent());
        row.setStandardTotalYen(totals.standard().inTax().amount());
        row.setStandardTaxYen(totals.standard().tax().amount());
        row.setReducedPercent(totals.reduced().percent());
        row.setReducedTotalYen(totals.reduced().inTax().amount());
        row.setReducedTaxYen(totals.reduced().tax().amount());
        row.setTotalYen(totals.total().amount());
        totals.discount().ifPresent(it -> fill(row, it));
    }

    private static Wishes wishes(OrderVersionRecord row) {
        return new Wishes(
                Wishes.Shortage.read(row.getShortage()).orElseThrow(),
                row.getRemarks(),
                row.getChopsticks(),
                row.getSpoons(),
                row.getReceipt(),
                row.getReceiptTo(),
                row.getLeaveAtDoor());
    }

    private static Optional<FeeOffer> offer(OrderVersionRecord row) {
        return Optional.ofNullable(row.getFeeOffer())
                .map(
                        it ->
                                new FeeOffer(
                                        it,
                                        Yen.of(row.getFeeOfferLeastYen()),
                                        Yen.of(row.getFeeOrdinaryYen())));
    }

    private static OrderTotals totals(OrderVersionRecord row) {
        return new OrderTotals(
                Yen.of(row.getGoodsExTaxYen()),
                Yen.of(row.getDeliveryFeeYen()),
                Yen.of(row.getPaymentFeeYen()),
                new RateTotal(
                        row.getStandardPercent(),
                        Yen.of(row.getStandardTotalYen()),
                        Yen.of(row.getStandardTaxYen())),
                new RateTotal(
                        row.getReducedPercent(),
                        Yen.of(row.getReducedTotalYen()),
                        Yen.of(row.getReducedTaxYen())),
                offer(row),
                Optional.ofNullable(row.getCouponId()).map(it -> discount(row)));
    }

    private static Discount discount(OrderVersionRecord row) {
        return new Discount(
                row.getCouponId(),
                row.getCouponTitle(),
                Discount.Scope.of(row.getCouponScope()),
                List.of(row.getCouponLines()),
                Yen.of(row.getCouponStandardYen()),
                Yen.of(row.getCouponReducedYen()));
    }

    private static void fill(OrderVersionRecord row, Discount discount) {
        row.setCouponId(discount.couponId());
        row.setCouponTitle(discount.title());
        row.setCouponScope(discount.scope().code());
        row.setCouponLines(discount.lines().toArray(Integer[]::new));
        row.setCouponStandardYen(discount.standard().amount());
        row.setCouponReducedYen(discount.reduced().amount());
    }
}
