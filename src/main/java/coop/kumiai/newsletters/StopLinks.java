package coop.kumiai.newsletters;

import coop.kumiai.accounts.LinkTokens;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.membership.MailChoices;
import coop.kumiai.notifications.PageLinks;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/**
 * 配信停止: the link of every issue by which a member ends the newsletter, without signing in. It names
 * the member, is signed, and works for as long as somebody keeps the mail.
 */
@Service
public class StopLinks {
    /** Stands for nobody: the link of a mail that staff send to themselves. */
    static final UUID NOBODY = new UUID(0, 0);

    private static final String USE = "newsletter-stop";
    private final LinkTokens tokens;
    private final MailChoices choices;
    private final PageLinks pages;

    StopLinks(LinkTokens tokens, MailChoices choices, PageLinks pages) {
        this.tokens = tokens;
        this.choices = choices;
        this.pages = pages;
    }

    String of(CoopId coop, UUID memberId) {
        return pages.of(coop, "newsletter/stop/" + tokens.of(coop, USE, memberId));
    }

    /**
     * Looks at a link and changes nothing: a mail scanner opens it too.
     *
     * @throws NotFound when it is none of ours
     */
    public void check(CoopId coop, String token) {
        member(coop, token);
    }

    /**
     * Ends the newsletter for whom the link names; ended already, it changes nothing.
     *
     * @throws NotFound when it is none of ours
     */
    @Transactional
    public void stop(CoopId coop, String token) {
        var memberId = member(coop, token);
        if (!memberId.equals(NOBODY) && choices.wantsNewsletter(coop, memberId)) {
            choices.choose(coop, memberId, false);
        }
    }

    private UUID member(CoopId coop, String token) {
        return tokens.read(coop, USE, token).orElseThrow(() -> new NotFound("newsletter"));
    }
}
