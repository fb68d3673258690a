package coop.kumiai.testing;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.members.Application;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.PersonName;
import coop.kumiai.members.Place;

import org.springframework.boot.test.context.TestComponent;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Members for tests: 山田 花子, at home in 神宮前, where the store 渋谷店 delivers. */
@TestComponent
public class TestMembers {
    /** Of all of them. */
    public static final String PASSWORD = "ひつじ 縁側 zeppelin 七夕";

    public static final Place JINGUMAE = new Place(new PostalCode("1500001"), "東京都", "渋谷区", "神宮前");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final Accounts accounts;
    private final Members members;

    TestMembers(Accounts accounts, Members members) {
        this.accounts = accounts;
        this.members = members;
    }

    /** An address that nobody has registered. */
    public static String email() {
        return "someone-" + COUNT.incrementAndGet() + "@example.com";
    }

    /** Somebody who has applied on line and not joined yet, with a password. */
    public Member applied(CoopId coop) {
        return applied(coop, email());
    }

    public Member applied(CoopId coop, String email) {
        var account = accounts.createMember(coop, email, PASSWORD, "山田 花子");
        return members.register(coop, account.accountId(), application(), JINGUMAE);
    }

    public Account account(CoopId coop, Member member) {
        return accounts.get(coop, member.accountId().orElseThrow());
    }

    private static Application application() {
        return new Application(
                new PersonName("山田", "花子", "ヤマダ", "ハナコ"),
                "09012345678",
                LocalDate.of(1971, 4, 1),
                "1-2-3",
                "みなとハイツ201",
                Joining.WEB,
                Optional.empty());
    }
}
