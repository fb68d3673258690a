package coop.kumiai.membership;

import coop.kumiai.membership.MemberRequest.Kind;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.util.List;
import java.util.stream.Stream;

/**
 * 届出・お問い合わせ: what members write about, and how long that and its answer may be.
 *
 * @param ofWork whether they tell of their workplace and their retirement (M-PAGE-2)
 * @param ofGoods whether they wish for products and tell of goods that were not right (N-CAT-4,
 *     N-RET-2)
 */
@PolicyName("membership.requests")
public record RequestTerms(int mostCharacters, boolean ofWork, boolean ofGoods) implements Policy {
    public RequestTerms {
        if (mostCharacters <= 0) {
            throw new IllegalArgumentException("request terms");
        }
    }

    /** What can be written about, in the order in which it is offered. */
    public List<Kind> kinds() {
        return Stream.of(Kind.values()).filter(this::takes).toList();
    }

    boolean takes(Kind kind) {
        return switch (kind) {
            case WORKPLACE, RETIREMENT -> ofWork;
            case PRODUCT_WISH, GOODS_TROUBLE -> ofGoods;
            case INQUIRY -> true;
        };
    }
}
