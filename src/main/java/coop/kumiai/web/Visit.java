package coop.kumiai.web;

import coop.kumiai.accounts.Acting;
import coop.kumiai.accounts.Errand;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Coop;

import java.util.Optional;
import java.util.UUID;

/**
 * One request to one co-op's pages: whose pages they are and who asks. A handler takes it as a
 * parameter; the co-op is the {@code {coop}} of the path, and a sign-in of another co-op is nobody
 * here.
 *
 * @param netShop whether the co-op sells by a net shop: without it there is no cart and no slot
 */
public record Visit(Coop coop, Optional<SignedIn> signedIn, boolean netShop) {

    /** A visit to a co-op with a net shop. */
    public Visit(Coop coop, Optional<SignedIn> signedIn) {
        this(coop, signedIn, true);
    }

    public CoopId coopId() {
        return coop.id();
    }

    /**
     * The account whose pages these are: of whoever has signed in, or of the member they act for.
     *
     * @throws IllegalStateException in a handler that visitors may call
     */
    public UUID account() {
        return signedIn.orElseThrow(() -> new IllegalStateException("nobody has signed in"))
                .accountId();
    }

    /** Who acts for the member (代理), if it is not the member. */
    public Optional<Acting> acting() {
        return signedIn.map(SignedIn::acting);
    }

    /** Whether whoever asks may do this: the member, or a representative who was entrusted it. */
    public boolean may(Errand errand) {
        return acting().map(it -> it.may(errand)).orElse(signedIn.isPresent());
    }

    /**
     * The sign-in of the browser that asks. @throws IllegalStateException when an app asks, or
     * nobody, or a representative: the sign-in is not the member's
     */
    public UUID signIn() {
        return signedIn.filter(it -> it.acting() == null)
                .map(SignedIn::signInId)
                .orElseThrow(() -> new IllegalStateException("no browser has signed in"));
    }

    /** The first store where the member of staff has one of these roles. */
    public Optional<String> storeOf(StaffRole.Kind kind) {
        return signedIn.stream()
                .flatMap(staff -> staff.roles().stream())
                .filter(role -> role.kind() == kind || role.kind() == StaffRole.Kind.MANAGER)
                .map(StaffRole::storeId)
                .sorted()
                .findFirst();
    }

    /** An address of this co-op's pages, such as {@code /minato/cart}. */
    public String path(String rest) {
        return "/" + coop.id().code() + "/" + rest;
    }
}
