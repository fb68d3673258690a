package coop.kumiai.notifications;

import coop.kumiai.policies.Coop;

/**
 * What every letter has: whose it is and where to go on.
 *
 * @param coop the co-op's name
 */
public record LetterFrame(
        String coop, String shop, String help, String signIn, String register, String recovery) {

    static LetterFrame of(Coop coop, Writing writing) {
        return new LetterFrame(
                coop.name(),
                writing.link(coop.id(), ""),
                writing.link(coop.id(), "help"),
                writing.link(coop.id(), "sign-in"),
                writing.link(coop.id(), "register"),
                writing.link(coop.id(), "sign-in/forgotten"));
    }
}
