package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.web.Section;
import coop.kumiai.web.Visit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * The store of the first of these roles that they have: those that the page is open to, so that
     * a role in one store opens nothing in another.
     *
     * @throws NotFound when they have none of them
     */
    static Staff of(Visit visit, StaffRole.Kind... kinds) {
        return Arrays.stream(kinds)
                .filter(kind -> may(kind, visit))
                .findFirst()
                .map(kind -> as(kind, visit))
                .orElseThrow(() -> new NotFound("store"));
    }

    static boolean may(StaffRole.Kind kind, Visit visit) {
        return visit.storeOf(kind).isPresent();
    }

    /** All stores where they have the role, in the order of their codes. */
    static List<String> storesOf(StaffRole.Kind kind, Visit visit) {
        return visit.signedIn().stream()
                .flatMap(it -> it.roles().stream())
                .filter(it -> it.kind() == kind || it.kind() == StaffRole.Kind.MANAGER)
                .map(StaffRole::storeId)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether they write newsletters and flyers and do nothing else here. */
    static boolean onlyWrites(Visit visit) {
        return may(StaffRole.Kind.EDITOR, visit)
                && !may(StaffRole.Kind.PICKER, visit)
                && !may(StaffRole.Kind.DRIVER, visit)
                && !may(StaffRole.Kind.DESK, visit);
    }

    /** The sections of the office that they may open, those of a group together. */
    static List<Section> sections(Visit visit) {
        return Stream.of(orders(visit), members(visit), money(visit), word(visit), house(visit))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Section> orders(Visit visit) {
        var menu = new Menu("ご注文と配達", visit);
        menu.add(visit.netShop() && !onlyWrites(visit), "きょうの便", "");
        menu.add(shop(StaffRole.Kind.DESK, visit), "注文をさがす", "orders");
        menu.add(shop(StaffRole.Kind.DESK, visit), "お電話", "calls");
        menu.add(shop(StaffRole.Kind.DESK, visit), "お届けのあと", "aftercare");
        menu.add(shop(StaffRole.Kind.MANAGER, visit), "臨時のお休み", "closures");
        menu.add(shop(StaffRole.Kind.MANAGER, visit), "一日のまとめ", "day");
        return menu.sections();
    }

    private static List<Section> members(Visit visit) {
        var menu = new Menu("組合員", visit);
        var desk = may(StaffRole.Kind.DESK, visit);
        menu.add(desk, "組合員をさがす", "members");
        menu.add(desk, "加入申込", "applications");
        menu.add(shop(StaffRole.Kind.DESK, visit), "組合員コード", "claims");
        menu.add(desk, "出資金", "shares");
        menu.add(desk, "届出", "requests");
        return menu.sections();
    }

    private static List<Section> money(Visit visit) {
        var menu = new Menu("お金と書類", visit);
        menu.add(may(StaffRole.Kind.DESK, visit), "請求", "billing");
        menu.add(shop(StaffRole.Kind.DESK, visit), "カード決済", "cards");
        menu.add(may(StaffRole.Kind.DESK, visit), "出張レジ", "stall");
        menu.add(may(StaffRole.Kind.DESK, visit), "レジ締め", "till-days");
        menu.add(shop(StaffRole.Kind.DESK, visit), "書類", "papers");
        menu.add(may(StaffRole.Kind.MANAGER, visit), "電子マネー", "wallets");
        return menu.sections();
    }

    private static List<Section> word(Visit visit) {
        var menu = new Menu("お得とお知らせ", visit);
        menu.add(shop(StaffRole.Kind.DESK, visit), "クーポン", "coupons");
        menu.add(shop(StaffRole.Kind.EDITOR, visit), "チラシ価格", "flyers");
        menu.add(shop(StaffRole.Kind.MANAGER, visit), "手数料の割引", "fees");
        menu.add(may(StaffRole.Kind.EDITOR, visit), "お知らせメール", "newsletters");
        return menu.sections();
    }

    private static List<Section> house(Visit visit) {
        var menu = new Menu("しくみ", visit);
        var manager = may(StaffRole.Kind.MANAGER, visit);
        menu.add(manager, "職員", "staff");
        menu.add(manager, "レジの端末", "tills");
        menu.add(manager, "つながるサービス", "services");
        menu.add(manager, "規程", "policies");
        return menu.sections();
    }

    private static boolean shop(StaffRole.Kind kind, Visit visit) {
        return visit.netShop() && may(kind, visit);
    }

    /** One group of the menu as somebody gets it. */
    private record Menu(String name, Visit visit, List<Section> sections) {
        Menu(String name, Visit visit) {
            this(name, visit, new ArrayList<>());
        }

        void add(boolean open, String label, String path) {
            if (open) {
                sections.add(new Section(name, label, visit.path("office/" + path)));
            }
        }
    }
}
