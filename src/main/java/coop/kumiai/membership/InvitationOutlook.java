package coop.kumiai.membership;

/**
 * Whom a round of invitations would reach.
 *
 * @param byMail whose address is known
 * @param withoutAddress who has given none
 * @param lately who was invited a short time ago and is left out
 */
public record InvitationOutlook(int byMail, int withoutAddress, int lately) {
    InvitationOutlook plus(InvitationOutlook other) {
        return new InvitationOutlook(
                byMail + other.byMail,
                withoutAddress + other.withoutAddress,
                lately + other.lately);
    }
}
