package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.web.Link;
import coop.kumiai.web.Visit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where somebody works and what they may do there. */
final class Workplace {
    private Workplace() {}

    /**
     * Somebody at work in a role.
     *
     * @throws NotFound when they have it nowhere
     */
    static Staff as(StaffRole.Kind kind, Visit visit) {
        var storeId = visit.storeOf(kind).orElseThrow(() -> new NotFound("store"));
        return new Staff(visit.account(), storeId);
    }

    /** The store of any role that they have. */
    static Staff of(Visit visit) {
        return Arrays.stream(StaffRole.Kind.values())
                .filter(kind -> may(kind, visit))
                .findFirst()
                .map(kind -> as(kind, visit))
                .orElseThrow(() -> new NotFound("store"));
    }

    static boolean may(StaffRole.Kind kind, Visit visit) {
        return visit.storeOf(kind).isPresent();
    }

    /** Whether they write newsletters and do nothing else here. */
    static boolean onlyWrites(Visit visit) {
        return may(StaffRole.Kind.EDITOR, visit)
                && !may(StaffRole.Kind.PICKER, visit)
                && !may(StaffRole.Kind.DRIVER, visit)
                && !may(StaffRole.Kind.DESK, visit);
    }

    /** The sections of the office that they may open. */
    static List<Link> sections(Visit visit) {
        var sections = new ArrayList<Link>();
        if (visit.netShop() && !onlyWrites(visit)) {
            sections.add(new Link("きょうの便", visit.path("office/")));
        }
        if (may(StaffRole.Kind.DESK, visit)) {
            if (visit.netShop()) {
                sections.add(new Link("注文をさがす", visit.path("office/orders")));
            }
            if (visit.netShop()) {
                sections.add(new Link("クーポン", visit.path("office/coupons")));
                sections.add(new Link("書類", visit.path("office/papers")));
                sections.add(new Link("お電話", visit.path("office/calls")));
                sections.add(new Link("お届けのあと", visit.path("office/aftercare")));
                sections.add(new Link("カード決済", visit.path("office/cards")));
                sections.add(new Link("組合員コード", visit.path("office/claims")));
            }
            sections.add(new Link("加入申込", visit.path("office/applications")));
            sections.add(new Link("組合員", visit.path("office/members")));
            sections.add(new Link("出資金", visit.path("office/shares")));
            sections.add(new Link("請求", visit.path("office/billing")));
            sections.add(new Link("届出", visit.path("office/requests")));
        }
        if (may(StaffRole.Kind.EDITOR, visit)) {
            sections.add(new Link("お知らせメール", visit.path("office/newsletters")));
        }
        if (may(StaffRole.Kind.MANAGER, visit)) {
            if (visit.netShop()) {
                sections.add(new Link("手数料の割引", visit.path("office/fees")));
                sections.add(new Link("臨時のお休み", visit.path("office/closures")));
            }
            if (visit.netShop()) {
                sections.add(new Link("一日のまとめ", visit.path("office/day")));
            }
            sections.add(new Link("レジの端末", visit.path("office/tills")));
            sections.add(new Link("つながるサービス", visit.path("office/services")));
            sections.add(new Link("規程", visit.path("office/policies")));
        }
        return sections;
    }
}
