package coop.kumiai.killed;

import coop.kumiai.testing.TestOrders;

import org.jooq.DSLContext;

import java.util.UUID;

/** Members with a home in 渋谷 and a bearer token, written by SQL: nobody registers hundreds. */
final class Shoppers {
    static final int COUNT = 8;
    static final String GOODS = TestOrders.RICE.digits();
    private static final String EVERYBODY = "from generate_series(0, " + (COUNT - 1) + ") n";

    private Shoppers() {}

    static String token(int shopper) {
        return "token-of-shopper-" + shopper;
    }

    static UUID address(int shopper) {
        return UUID.fromString("d0000000-0000-7000-8000-%012d".formatted(shopper));
    }

    static void register(DSLContext sql) {
        sql.execute(
                """
                insert into accounts.account (coop_id, account_id, kind, email, email_folded, display_name, state, created_at, password_changed_at)
                select 'killed', %s, 'member', 'm' || n || '@example.com', 'm' || n || '@example.com', '湊 花子', 'active', now(), now()
                """
                                .formatted(id('a'))
                        + EVERYBODY);
        sql.execute(
                """
                insert into accounts.bearer (coop_id, token_hash, account_id, created_at, expires_at)
                select 'killed', encode(sha256(('token-of-shopper-' || n)::bytea), 'hex'), %s, now(), '2027-01-01'
                """
                                .formatted(id('a'))
                        + EVERYBODY);
        sql.execute(
                """
                insert into members.member (coop_id, member_id, account_id, member_code, family_name, given_name, family_kana,
                    given_kana, name_search, phone, birth_date, joining, state, registered_at, joined_at)
                select 'killed', %s, %s, (2000000000 + n)::text, '湊', '花子', 'ミナト', 'ハナコ', '湊花子', '0312345678', '1960-04-01',
                    'web', 'joined', now(), now()
                """
                                .formatted(id('b'), id('a'))
                        + EVERYBODY);
        sql.execute(
                """
                insert into members.address (coop_id, address_id, member_id, label, recipient, phone, postal_code, prefecture,
                    city, town, street, building, position, created_at)
                select 'killed', %s, %s, 'ご自宅', '湊 花子', '0312345678', '1500031', '東京都', '渋谷区', '桜丘町', '1-2-3', '', 1, now()
                """
                                .formatted(id('d'), id('b'))
                        + EVERYBODY);
    }

    private static String id(char kind) {
        return "('%c0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid".formatted(kind);
    }
}
