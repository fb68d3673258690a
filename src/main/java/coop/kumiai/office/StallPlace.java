package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.Till;
import coop.kumiai.accounts.Tills;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.tills.TillReceipt;
import coop.kumiai.tills.TillRequest;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** Which tills somebody of the staff may stand at with a phone. */
@Component
class StallPlace {
    private final Tills tills;
    private final Audit audit;

    StallPlace(Tills tills, Audit audit) {
        this.tills = tills;
        this.audit = audit;
    }

    /** Tills at work in the stores where they are at the desk. */
    List<Till> tills(Visit visit) {
        var own = Workplace.storesOf(StaffRole.Kind.DESK, visit);
        return tills.all(visit.coopId()).stream()
                .filter(it -> !it.isRevoked() && own.contains(it.storeId()))
                .toList();
    }

    /**
     * One of them; who stands there is written down once a day.
     *
     * @throws NotFound when it is another store's, or stopped: it is nobody's till then
     */
    Till at(Visit visit, UUID tillId) {
        var till =
                tills(visit).stream()
                        .filter(it -> it.tillId().equals(tillId))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("till"));
        audit.noteLook(visit.coopId(), visit.account(), "till.used-by-phone", tillId, till.name());
        return till;
    }

    static TillRequest request(Till till, String key) {
        return new TillRequest(till.tillId(), till.storeId(), key);
    }

    /** A till of its own knows its cashier; this one is whoever holds the phone. */
    void note(Visit visit, TillReceipt receipt) {
        audit.note(
                visit.coopId(),
                visit.account(),
                "till.acted-by-phone",
                receipt.transaction(),
                receipt.kind().code());
    }
}
