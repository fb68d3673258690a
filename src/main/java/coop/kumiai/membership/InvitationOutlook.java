package coop.kumiai.membership;

/**
 * Whom a round of invitations would reach, of those who were looked at: of a large register only
 * the first ones are.
 *
 * @param all without My Page, whoever of them was looked at
 * @param byMail whose address is known
 * @param withoutAddress who has given none
 * @param lately who was invited a short time ago and is left out
 */
public record InvitationOutlook(int all, int byMail, int withoutAddress, int lately) {
    InvitationOutlook plus(InvitationOutlook other) {
        return new InvitationOutlook(
                all,
                byMail + other.byMail,
                withoutAddress + other.withoutAddress,
                lately + other.lately);
    }

    /** Whether there are more than were looked at. */
    public boolean goesOn() {
        return byMail + withoutAddress + lately < all;
    }

    /** Whether somebody may get a mail. */
    public boolean mayMail() {
        return byMail > 0 || goesOn();
    }
}
