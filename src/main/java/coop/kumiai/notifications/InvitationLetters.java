package coop.kumiai.notifications;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.membership.InvitationAsked;
import coop.kumiai.membership.Invitations;
import coop.kumiai.membership.SignUpTold;
import coop.kumiai.policies.Coops;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import java.util.Map;

/** The mail that invites a member to register My Page, once the share capital is paid (M-USE-3). */
@Component
class InvitationLetters {
    private final Invitations invitations;
    private final Coops coops;
    private final Writing writing;
    private final PostOffice post;

    InvitationLetters(Invitations invitations, Coops coops, Writing writing, PostOffice post) {
        this.invitations = invitations;
        this.coops = coops;
        this.writing = writing;
        this.post = post;
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(InvitationAsked asked) {
        var coop = asked.coop();
        var letter = invitations.write(coop, asked.invitationId());
        post.send(
                coop,
                new Letter(
                        "invitation." + asked.invitationId(),
                        letter.email(),
                        "マイページの登録のご案内",
                        writing.text(
                                "invitation",
                                Map.of(
                                        "frame",
                                        LetterFrame.of(coops.get(coop.code()), writing),
                                        "name",
                                        letter.name(),
                                        "memberCode",
                                        letter.memberCode(),
                                        "link",
                                        writing.link(coop, "invitation/" + letter.token()),
                                        "valid",
                                        JapaneseDates.duration(letter.valid())))));
    }

    /** What the screen does not tell (U-SIGN-2). */
    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(SignUpTold told) {
        var frame = LetterFrame.of(coops.get(told.coop().code()), writing);
        post.send(
                told.coop(),
                new Letter(
                        "sign-up." + told.id(),
                        told.email(),
                        "マイページの登録のご案内",
                        writing.text(
                                "sign-up-told",
                                Map.of("frame", frame, "sentence", told.sentence()))));
    }
}
