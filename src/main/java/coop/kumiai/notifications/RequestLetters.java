package coop.kumiai.notifications;

import coop.kumiai.membership.MemberRequests;
import coop.kumiai.membership.RequestAnswered;
import coop.kumiai.policies.Coops;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import java.util.Map;

/** Tells a member that a request was answered (M-PAGE-2); the answer itself stands on My Page. */
@Component
class RequestLetters {
    private final MemberRequests requests;
    private final Recipients recipients;
    private final Coops coops;
    private final Writing writing;
    private final PostOffice post;

    RequestLetters(
            MemberRequests requests,
            Recipients recipients,
            Coops coops,
            Writing writing,
            PostOffice post) {
        this.requests = requests;
        this.recipients = recipients;
        this.coops = coops;
        this.writing = writing;
        this.post = post;
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(RequestAnswered answered) {
        var coop = answered.coop();
        var request = requests.get(coop, answered.requestId());
        recipients
                .member(coop, request.memberId())
                .ifPresent(
                        to ->
                                post.send(
                                        coop,
                                        new Letter(
                                                "request."
                                                        + answered.requestId()
                                                        + "."
                                                        + answered.at().toEpochMilli(),
                                                to.email(),
                                                request.kind().label() + "へのお答え",
                                                writing.text(
                                                        "request-answered",
                                                        Map.of(
                                                                "frame",
                                                                LetterFrame.of(
                                                                        coops.get(coop.code()),
                                                                        writing),
                                                                "name",
                                                                to.name(),
                                                                "what",
                                                                request.kind().label(),
                                                                "state",
                                                                request.state().label(),
                                                                "link",
                                                                writing.link(
                                                                        coop,
                                                                        "account/requests"))))));
    }
}
