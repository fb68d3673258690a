package coop.kumiai.members;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.MailProof;
import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The way into the shop (N-REG-1): area, e-mail, mail with link and code, form, confirmation. What
 * was filled in waits beside its mail, so that a member may go on from another device, and goes
 * with it.
 */
@Service
public class Registrations {
    private final RegistrationStore store;
    private final MailProofs proofs;
    private final Accounts accounts;
    private final Members members;
    private final Addresses addresses;
    private final Policies policies;
    private final Clock clock;

    Registrations(
            RegistrationStore store,
            MailProofs proofs,
            Accounts accounts,
            Members members,
            Addresses addresses,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.proofs = proofs;
        this.accounts = accounts;
        this.members = members;
        this.addresses = addresses;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Begins a registration; the mail follows. The answer is the same whether or not the address is
     * registered.
     *
     * @return by which the code of the mail is asked for
     * @throws Refused outside every area, for what is no e-mail address, or after too many mails
     */
    @Transactional
    public UUID ask(CoopId coop, Place place, String typedEmail, String networkAddress) {
        addresses.requireStore(coop, place);
        var proofId = proofs.askRegistration(coop, typedEmail, networkAddress);
        store.insert(coop, proofId, place);
        return proofId;
    }

    /**
     * Opens the mailed link; changes nothing.
     *
     * @throws Refused when it is unknown, used or expired
     */
    public Registration open(CoopId coop, String token) {
        return registration(coop, proofs.open(coop, Purpose.REGISTRATION, token));
    }

    /**
     * Keeps what was filled in until it is confirmed. Whoever comes back to mend something may
     * leave the password as it was.
     *
     * @throws Refused with everything that is missing or wrong
     */
    @Transactional
    public Registration fill(
            CoopId coop, String token, TypedApplication typed, String password, String again) {
        var proof = proofs.open(coop, Purpose.REGISTRATION, token);
        var today = LocalDate.now(clock);
        var kept =
                store.filledIn(coop, proof.proofId())
                        .map(FilledIn::passwordHash)
                        .filter(it -> password.isEmpty() && again.isEmpty());
        var refusals =
                new ArrayList<Refusal>(
                        MemberRules.check(typed, policies.today(coop, ShareTerms.class), today));
        if (kept.isEmpty()) {
            var belongings = List.of(proof.email().address(), typed.family(), typed.given());
            refusals.addAll(accounts.checkPassword(coop, password, again, belongings));
        }
        Refused.unless(refusals);
        var hash = kept.orElseGet(() -> accounts.hash(password));
        store.fill(
                coop, proof.proofId(), new FilledIn(MemberRules.application(typed, today), hash));
        return registration(coop, proof);
    }

    /**
     * Confirms: opens the account and enters the member, both or neither, once.
     *
     * @throws Refused when the mail is used or expired, the address has an account meanwhile, or
     *     nothing was filled in
     */
    @Transactional
    public Account complete(CoopId coop, String token) {
        var proof = proofs.open(coop, Purpose.REGISTRATION, token);
        var place = store.place(coop, proof.proofId());
        var filledIn =
                store.filledIn(coop, proof.proofId())
                        .orElseThrow(
                                () ->
                                        Refused.because(
                                                new MemberRefusal.Missing("family", "お名前など")));
        addresses.requireStore(coop, place);
        var application = filledIn.application();
        var account =
                accounts.register(coop, token, filledIn.passwordHash(), application.name().full());
        members.register(coop, account.accountId(), application, place);
        store.delete(coop, proof.proofId());
        return account;
    }

    private Registration registration(CoopId coop, MailProof proof) {
        return new Registration(
                proof.email(),
                store.place(coop, proof.proofId()),
                store.filledIn(coop, proof.proofId()).map(FilledIn::application));
    }
}
