package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Yen;

/**
 * What the driver says happened at the door (N-DELIV-1). Cash is taken in person also when the
 * goods are put down.
 *
 * @param way how the goods changed hands
 * @param cash received for the goods (代金引換)
 * @param share share capital received, apart from the goods (N-JOIN-2)
 * @param age how the receiver's age was checked (N-ALC-1)
 */
public record HandOver(Way way, Yen cash, Yen share, AgeCheck age) {

    /** How goods change hands. */
    public enum Way {
        /** 手渡し. */
        IN_PERSON,
        /** 置き配: put down at the door, as the order asked. */
        AT_DOOR
    }
}
