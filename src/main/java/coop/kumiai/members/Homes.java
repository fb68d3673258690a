package coop.kumiai.members;

import coop.kumiai.accounts.ProfileChanged;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.kernel.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.UUID;

/**
 * ご住所 of members of a co-op that delivers nothing (M-PAGE-1): one address, wherever it is. Like
 * every change of a profile it counts at once and is told to the member by mail.
 */
@Service
public class Homes {
    private final MemberStore members;
    private final AddressStore store;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Homes(
            MemberStore members,
            AddressStore store,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.members = members;
        this.store = store;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * What was typed, put right, without keeping it: for the page that asks back.
     *
     * @param typed who receives and the label are left out
     * @throws Refused when something is missing
     */
    public Address check(CoopId coop, UUID memberId, TypedAddress typed) {
        return read(member(coop, memberId), Ids.next(clock), typed);
    }

    /**
     * The member lives there from now on.
     *
     * @throws Refused when something is missing
     */
    @Transactional
    public void move(CoopId coop, UUID memberId, TypedAddress typed) {
        members.lock(coop, memberId);
        var member = member(coop, memberId);
        var known = store.all(coop, memberId).stream().findFirst();
        if (known.isPresent()) {
            store.update(coop, memberId, read(member, known.get().addressId(), typed));
        } else {
            store.insert(coop, memberId, read(member, Ids.next(clock), typed), clock.instant());
        }
        member.accountId()
                .ifPresent(account -> announce.publishEvent(new ProfileChanged(coop, account)));
    }

    private Member member(CoopId coop, UUID memberId) {
        return members.find(coop, memberId).orElseThrow(() -> new NotFound("member"));
    }

    private static Address read(Member member, UUID addressId, TypedAddress where) {
        var typed =
                new TypedAddress(
                        "ご自宅",
                        member.name().full(),
                        member.phone(),
                        where.postalCode(),
                        where.prefecture(),
                        where.city(),
                        where.town(),
                        where.street(),
                        where.building());
        Refused.unless(MemberRules.check(typed));
        return new Address(
                addressId,
                typed.label(),
                typed.recipient(),
                typed.phone(),
                new Place(
                        PostalCode.read(typed.postalCode()).orElseThrow(),
                        JapaneseText.tidy(typed.prefecture()),
                        JapaneseText.tidy(typed.city()),
                        JapaneseText.tidy(typed.town())),
                MemberRules.street(typed.street()),
                JapaneseText.tidy(typed.building()));
    }
}
