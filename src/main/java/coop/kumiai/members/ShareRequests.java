package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests that move share capital: each has a key, and the same one again changes nothing. */
@Component
class ShareRequests {
    private final ShareLedgerStore ledger;
    private final Clock clock;

    ShareRequests(ShareLedgerStore ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether a request of this key was done already. */
    boolean isDone(CoopId coop, String key) {
        return ledger.content(coop, key).isPresent();
    }

    /** What was asked for under a key, if anything was. */
    Optional<ShareAmount> amount(CoopId coop, String key) {
        return ledger.content(coop, key)
                .map(it -> it.split(":", -1))
                .map(
                        it ->
                                new ShareAmount(
                                        Long.parseLong(it[it.length - 2]),
                                        Yen.of(Long.parseLong(it[it.length - 1]))));
    }

    /** The key under which it is paid now: what was taken back may be paid anew. */
    String standing(CoopId coop, String key) {
        var standing = key;
        for (var again = 2; isDone(coop, takingBack(standing)); again++) {
            standing = key + ":" + again;
        }
        return standing;
    }

    /** The key of taking a payment back: once for each. */
    static String takingBack(String key) {
        return "taken-back:" + key;
    }

    /** A request of today. */
    ShareRequest of(
            ShareKind kind, String key, ShareAmount amount, String ref, Optional<UUID> staff) {
        return new ShareRequest(kind, key, amount, LocalDate.now(clock), ref, staff);
    }

    /**
     * @throws Refused when the key stands for another request
     */
    boolean isNew(CoopId coop, UUID memberId, ShareRequest request) {
        var before = ledger.content(coop, request.key());
        if (before.isPresent() && !before.get().equals(request.content(memberId))) {
            throw Refused.because(new ShareRefusal.KeyOfAnother(request.key()));
        }
        return before.isEmpty();
    }

    /** A key that another request took in the same moment belongs to that one. */
    void post(CoopId coop, UUID memberId, ShareRequest request, List<ShareTransfer> transfers) {
        if (!ledger.post(coop, memberId, request, transfers)) {
            throw Refused.because(new ShareRefusal.KeyOfAnother(request.key()));
        }
    }

    /**
     * @throws Refused when the key stands for anything but this sum of this member
     */
    void requireSame(CoopId coop, String key, ShareKind kind, UUID memberId, Yen amount) {
        var before = ledger.content(coop, key).orElse("");
        var begins = kind.code() + ":" + memberId + ":";
        if (!before.startsWith(begins) || !before.endsWith(":" + amount.amount())) {
            throw Refused.because(new ShareRefusal.KeyOfAnother(key));
        }
    }

    /** The amount of a reduction that was made before under this key. */
    ShareAmount asBefore(CoopId coop, String key, int units) {
        var content = ledger.content(coop, key).orElse("");
        var yen = content.substring(content.lastIndexOf(':') + 1);
        return new ShareAmount(units, Yen.of(Long.parseLong(yen)));
    }
}
