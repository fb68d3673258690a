package coop.kumiai.coupons;

import static java.util.stream.Collectors.joining;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Category;
import coop.kumiai.catalog.Product;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.stores.Stores;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in words what a coupon takes off and on which terms. */
@Component
public class CouponTexts {
    private final Catalog catalog;
    private final Stores stores;

    CouponTexts(Catalog catalog, Stores stores) {
        this.catalog = catalog;
        this.stores = stores;
    }

    public CouponText of(CoopId coop, Coupon coupon) {
        return new CouponText(benefit(coupon.benefit()), conditions(coop, coupon));
    }

    /** {@code 300円引き}, {@code 対象商品 10%引き（300円まで）}, {@code 配達手数料 無料}. */
    static String benefit(Benefit benefit) {
        var off =
                switch (benefit) {
                    case Benefit.Amount amount -> amount.yen() + "引き";
                    case Benefit.Percent percent ->
                            "%d%%引き（%sまで）".formatted(percent.percent(), percent.most());
                    case Benefit.DeliveryFee fee -> "配達手数料 無料";
                };
        return benefit.target().isAll() ? off : "対象商品 " + off;
    }

    private List<String> conditions(CoopId coop, Coupon coupon) {
        var target = coupon.benefit().target();
        var conditions = new ArrayList<String>();
        if (!target.isAll()) {
            conditions.add("対象商品：" + goods(coop, target));
        }
        if (!coupon.leastExTax().isZero()) {
            conditions.add(
                    "%sが税抜%s以上のご注文で"
                            .formatted(target.isAll() ? "商品の小計" : "対象商品", coupon.leastExTax()));
        }
        if (!coupon.stores().isEmpty()) {
            conditions.add("お届けするお店：" + stores(coop, coupon));
        }
        conditions.add(period(coupon));
        conditions.add(uses(coupon));
        audience(coupon).ifPresent(conditions::add);
        return conditions;
    }

    private String goods(CoopId coop, Benefit.Target target) {
        var categories =
                catalog.categories(coop).stream()
                        .filter(it -> target.categories().contains(it.code()))
                        .map(Category::name);
        var products = catalog.products(coop, target.products()).stream().map(Product::name);
        return Stream.concat(categories, products).collect(joining("、"));
    }

    private String stores(CoopId coop, Coupon coupon) {
        return coupon.stores().stream()
                .sorted()
                .map(it -> stores.get(coop, it).name())
                .collect(joining("、"));
    }

    private static String period(Coupon coupon) {
        return "%sから%sまでのご注文で"
                .formatted(JapaneseDates.day(coupon.from()), JapaneseDates.day(coupon.until()));
    }

    private static String uses(Coupon coupon) {
        var ofMember = "お一人%d回".formatted(coupon.mostOfMember());
        return coupon.mostUses().isEmpty()
                ? ofMember
                : ofMember + "（先着%,d回まで）".formatted(coupon.mostUses().getAsInt());
    }

    private static Optional<String> audience(Coupon coupon) {
        return switch (coupon.audience()) {
            case ALL -> Optional.empty();
            case SUBSCRIBERS -> Optional.of("お知らせメールをお受け取りの方");
            case GIVEN -> Optional.of("お渡しした方だけ");
        };
    }
}
