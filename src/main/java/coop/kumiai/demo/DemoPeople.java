package coop.kumiai.demo;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.members.Application;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.PersonName;
import coop.kumiai.members.Place;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The people of the demo co-op minato: two members, and at each store one of staff of each role.
 */
@Component
@Profile("demo")
class DemoPeople {
    /** Of all of them; it stands on the demo's own page, so it guards nothing. */
    static final String PASSWORD = "minato-otameshi-26";

    static final DemoPerson JOINED =
            new DemoPerson("佐藤 花子", "組合員（加入ずみ・渋谷店）", "hanako@example.com", "/minato/sign-in");
    static final DemoPerson NOT_YET_JOINED =
            new DemoPerson("鈴木 一郎", "加入の前（対面加入・世田谷店）", "ichiro@example.com", "/minato/sign-in");

    private final Accounts accounts;
    private final Members members;
    private final Stores stores;

    DemoPeople(Accounts accounts, Members members, Stores stores) {
        this.accounts = accounts;
        this.members = members;
        this.stores = stores;
    }

    /** Everybody who may sign in, members first. */
    List<DemoPerson> all(CoopId coop) {
        var staff =
                stores.all(coop).stream()
                        .flatMap(
                                store ->
                                        Arrays.stream(StaffRole.Kind.values())
                                                .map(kind -> staff(store, kind)));
        return Stream.concat(Stream.of(JOINED, NOT_YET_JOINED), staff).toList();
    }

    /** Opens their accounts, once. */
    @Transactional
    void settle(CoopId coop) {
        if (accounts.findByEmail(coop, Account.Kind.MEMBER, JOINED.email()).isPresent()) {
            return;
        }
        stores.all(coop).forEach(store -> employ(coop, store));
        var joined =
                register(
                        coop,
                        JOINED,
                        application(new PersonName("佐藤", "花子", "サトウ", "ハナコ"), Joining.WEB),
                        new Place(new PostalCode("1500031"), "東京都", "渋谷区", "桜丘町"));
        join(coop, joined);
        register(
                coop,
                NOT_YET_JOINED,
                application(new PersonName("鈴木", "一郎", "スズキ", "イチロウ"), Joining.IN_PERSON),
                new Place(new PostalCode("1540024"), "東京都", "世田谷区", "三軒茶屋"));
    }

    private void employ(CoopId coop, Store store) {
        for (var kind : StaffRole.Kind.values()) {
            var person = staff(store, kind);
            accounts.createStaff(
                    coop,
                    person.email(),
                    PASSWORD,
                    person.name(),
                    Set.of(new StaffRole(kind, store.id())));
        }
    }

    private Member register(CoopId coop, DemoPerson person, Application application, Place place) {
        var account = accounts.createMember(coop, person.email(), PASSWORD, person.name());
        return members.register(coop, account.accountId(), application, place);
    }

    /** The share capital was paid at the desk. */
    private void join(CoopId coop, Member member) {
        var desk = staff(stores.viewing(coop), StaffRole.Kind.DESK);
        var clerk = accounts.findByEmail(coop, Account.Kind.STAFF, desk.email()).orElseThrow();
        var due = members.shareDue(coop, member.memberId()).orElseThrow();
        members.collectShare(coop, member.memberId(), due, clerk.accountId(), "お試し");
    }

    private static Application application(PersonName name, Joining joining) {
        return new Application(
                name,
                "0355501234",
                LocalDate.of(1971, 4, 1),
                "1-2-3",
                "みなとハイツ201",
                joining,
                Optional.empty());
    }

    static DemoPerson staff(Store store, StaffRole.Kind kind) {
        var work = work(kind);
        return new DemoPerson(
                store.name() + " " + work,
                work,
                kind.name().toLowerCase(Locale.ROOT) + "." + store.id() + "@minato.coop.example",
                "/minato/office/sign-in");
    }

    private static String work(StaffRole.Kind kind) {
        return switch (kind) {
            case PICKER -> "ピッキング担当";
            case DRIVER -> "配達担当";
            case DESK -> "組合員係";
            case EDITOR -> "広報担当";
            case MANAGER -> "店長";
        };
    }
}
