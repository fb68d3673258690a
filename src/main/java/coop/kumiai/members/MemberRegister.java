package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** 組合員名簿 as the desk keeps it: looking people up, entering and ending them. */
@Service
public class MemberRegister {
    /** So many are shown: more means that the words must be narrower. */
    public static final int MOST_FOUND = 50;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,}");

    private final MemberStore store;
    private final MemberSearchStore search;
    private final AddressStore addresses;
    private final Shares shares;
    private final Clock clock;

    MemberRegister(
            MemberStore store,
            MemberSearchStore search,
            AddressStore addresses,
            Shares shares,
            Clock clock) {
        this.store = store;
        this.search = search;
        this.addresses = addresses;
        this.shares = shares;
        this.clock = clock;
    }

    /**
     * What was typed, put right, without keeping it.
     *
     * @throws Refused with everything that is missing or wrong
     */
    public Joiner check(TypedJoiner typed) {
        var today = LocalDate.now(clock);
        Refused.unless(MemberRules.check(typed, today));
        return MemberRules.joiner(typed, today);
    }

    /**
     * Members by name or reading in any writing (髙 is found by 高), or by the digits of a member
     * code or a phone number.
     */
    public List<Member> search(CoopId coop, String words) {
        var digits = JapaneseText.digits(words);
        if (DIGITS.matcher(digits).matches()) {
            return search.byDigits(coop, digits, MOST_FOUND);
        }
        var folded = JapaneseText.fold(words);
        return folded.isEmpty() ? List.of() : search.byName(coop, folded, MOST_FOUND);
    }

    /**
     * Members who have paid in and have no account (M-USE-3), part by part in the order of their
     * ids.
     */
    public List<UUID> withoutMyPage(CoopId coop, Optional<UUID> after, int most) {
        return store.withoutAccount(coop, after, most);
    }

    /** How many they are. */
    public int countWithoutMyPage(CoopId coop) {
        return store.countWithoutAccount(coop);
    }

    /**
     * Those who may be the same person: same folded name, birth date or phone; most alike first.
     */
    public List<Alike> alike(CoopId coop, PersonName name, String phone, LocalDate birthDate) {
        var folded = JapaneseText.fold(name.full());
        return search.alike(coop, folded, phone, birthDate, MOST_FOUND).stream()
                .map(member -> new Alike(member, sameIn(member, folded, phone, birthDate)))
                .sorted(Comparator.comparingInt(it -> -it.sameIn().size()))
                .toList();
    }

    /**
     * Enters somebody who joins by the co-op's form: without an account, with the shares promised.
     *
     * @throws Refused above what one member may hold
     */
    @Transactional
    public Member enrol(CoopId coop, Joiner joiner, int units) {
        var now = clock.instant();
        var memberId = Ids.next(clock);
        store.insert(coop, memberId, joiner, now);
        addresses.insert(coop, memberId, home(joiner), now);
        shares.subscribe(coop, memberId, units, "join:" + memberId);
        return store.find(coop, memberId).orElseThrow();
    }

    /**
     * Gives a member the account that opens My Page.
     *
     * @return false when the member has one already
     */
    @Transactional
    public boolean link(CoopId coop, UUID memberId, UUID accountId) {
        return store.link(coop, memberId, accountId);
    }

    /** Ends a membership (脱退); what was paid in is owed from now on. */
    @Transactional
    public ShareHolding leave(CoopId coop, UUID memberId, UUID staff) {
        store.lock(coop, memberId);
        store.leave(coop, memberId);
        return shares.giveUpAll(coop, memberId, staff, "leave:" + memberId);
    }

    private static List<String> sameIn(
            Member member, String folded, String phone, LocalDate birthDate) {
        var same = new ArrayList<String>();
        if (JapaneseText.fold(member.name().full()).equals(folded)) {
            same.add("お名前");
        }
        if (member.birthDate().equals(birthDate)) {
            same.add("生年月日");
        }
        if (member.phone().equals(phone)) {
            same.add("電話番号");
        }
        return same;
    }

    private Address home(Joiner joiner) {
        return new Address(
                Ids.next(clock),
                "ご自宅",
                joiner.name().full(),
                joiner.phone(),
                joiner.place(),
                joiner.street(),
                joiner.building());
    }
}
