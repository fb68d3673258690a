package coop.kumiai.killed;

import org.jooq.DSLContext;

import java.util.List;
import java.util.stream.IntStream;

/** Members who want the newsletter, and an issue for them, written by SQL. */
final class Subscribers {
    private static final String ACCOUNT =
            "('e0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";
    private static final String MEMBER =
            "('f0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";

    private Subscribers() {}

    /** As the sender writes them to the mail server. */
    static List<String> addresses(int count) {
        return IntStream.range(0, count).mapToObj("<n%d@example.com>"::formatted).toList();
    }

    static void register(DSLContext sql, int count) {
        var everybody = "from generate_series(0, " + (count - 1) + ") n";
        sql.execute(
                """
                insert into accounts.account (coop_id, account_id, kind, email, email_folded, display_name, state, created_at, password_changed_at)
                select 'killed', %s, 'member', 'n' || n || '@example.com', 'n' || n || '@example.com', '湊 花子', 'active', '2026-11-01', '2026-11-01'
                %s
                """
                        .formatted(ACCOUNT, everybody));
        sql.execute(
                """
                insert into members.member (coop_id, member_id, account_id, member_code, family_name, given_name, family_kana,
                    given_kana, name_search, phone, birth_date, joining, state, registered_at, joined_at)
                select 'killed', %s, %s, (3000000000 + n)::text, '湊', '花子', 'ミナト', 'ハナコ', '湊花子', '0312345678', '1960-04-01',
                    'web', 'joined', '2026-11-01', '2026-11-01'
                %s
                """
                        .formatted(MEMBER, ACCOUNT, everybody));
        sql.execute(
                """
                insert into membership.mail_choice (coop_id, member_id, newsletter, changed_at)
                select 'killed', %s, true, '2026-11-01' %s
                """
                        .formatted(MEMBER, everybody));
    }

    /** Due at once. */
    static void planAnIssue(DSLContext sql) {
        sql.execute(
                """
                insert into newsletters.issue (coop_id, issue_id, subject, body, state, changed_by, changed_at, send_at)
                values ('killed', gen_random_uuid(), '年末のお知らせ', '年末は12月31日(木)まで営業します。', 'planned',
                    gen_random_uuid(), '2026-11-19', '2026-11-19')
                """);
    }
}
