package coop.kumiai.demo;

import java.util.List;

/** The people of the demo co-op minato: two members, and four of staff at each store. */
final class DemoPeople {
    /** Of all of them; documented on the demo's own page, so it guards nothing. */
    static final String PASSWORD = "minato-otameshi-26";

    private static final String MEMBERS_SIGN_IN = "/minato/sign-in";

    static final DemoPerson JOINED =
            new DemoPerson("佐藤 花子", "組合員（Web加入ずみ・渋谷店）", "hanako@example.com", MEMBERS_SIGN_IN);
    static final DemoPerson NOT_YET_JOINED =
            new DemoPerson("鈴木 一郎", "会員（対面加入の前・世田谷店）", "ichiro@example.com", MEMBERS_SIGN_IN);

    static final List<DemoPerson> ALL = List.of(JOINED, NOT_YET_JOINED);

    private DemoPeople() {}
}
