package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.SlotId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One door of a run (配達先): all that the driver has to know there.
 *
 * @param driveThrough whether the member comes for it to the store instead (N-DRIVE-1)
 * @param cashDue for the goods, by cash on delivery (代金引換)
 * @param shareDue share capital to collect apart from the goods, zero for those who have joined
 *     (N-JOIN-2)
 * @param alcohol whether the receiver's age has to be checked (N-ALC-1)
 * @param leaveAtDoor whether the order asked to put the goods down (置き配)
 * @param receiptTo the addressee of the receipt where one was asked for
 * @param shortages what was ordered and is not in the boxes
 */
public record Stop(
        UUID orderId,
        String orderNumber,
        SlotId slot,
        UUID memberId,
        String recipient,
        String phone,
        String postalCode,
        String address,
        boolean driveThrough,
        Yen cashDue,
        Yen shareDue,
        boolean alcohol,
        boolean leaveAtDoor,
        String remarks,
        int chopsticks,
        int spoons,
        Optional<String> receiptTo,
        List<String> shortages,
        Delivery delivery) {
    public Stop {
        shortages = List.copyOf(shortages);
    }

    /** 箱 3; until the picking of the slot begins there is none. */
    public String boxWord() {
        return delivery.box() == 0 ? "箱 未定" : "箱 " + delivery.box();
    }
}
