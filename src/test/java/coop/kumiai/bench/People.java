package coop.kumiai.bench;

import java.util.UUID;

/** Joined members with their accounts, as many as one likes. Written by set-based SQL. */
final class People {
    private People() {}

    static void insert(BenchServer server, int count) {
        server.sql()
                .execute(
                        """
                        insert into accounts.account (coop_id, account_id, kind, email, email_folded, display_name, state, created_at, password_changed_at)
                        select 'bench', %s, 'member', 'm' || n || '@example.com', 'm' || n || '@example.com', '湊 花子', 'active', now(), now()
                        from generate_series(0, %d) n
                        """
                                .formatted(sqlId('a'), count - 1));
        server.sql()
                .execute(
                        """
                        insert into members.member (coop_id, member_id, account_id, member_code, family_name, given_name, family_kana,
                            given_kana, name_search, phone, birth_date, joining, state, registered_at, joined_at)
                        select 'bench', %s, %s, (2000000000 + n)::text, '湊', '花子', 'ミナト', 'ハナコ', '湊花子', '0312345678', '1960-04-01',
                            'web', 'joined', now(), now()
                        from generate_series(0, %d) n
                        """
                                .formatted(sqlId('b'), sqlId('a'), count - 1));
    }

    static UUID accountId(int number) {
        return id('a', number);
    }

    static UUID id(char kind, int number) {
        return UUID.fromString("%c0000000-0000-7000-8000-%012d".formatted(kind, number));
    }

    /** The same in SQL, for the number {@code n}. */
    static String sqlId(char kind) {
        return "('%c0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid".formatted(kind);
    }
}
