package coop.kumiai.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 二段階認証: a code of an app (RFC 6238) or by mail after the password, and spare codes for whoever has
 * lost the app. Each code is taken once; tries are slowed down like those of a password.
 */
@Service
public class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final int SPARE_CODES = 10;

    /** So many that a plain hash hides them (over 112 bits). */
    private static final int SPARE_CODE_BYTES = 15;

    private final SecureRandom random = new SecureRandom();
    private final SecondFactorStore store;
    private final Sealing sealing;
    private final Throttle throttle;
    private final AuditStore audit;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;
    private final boolean demo;

    SecondFactors(
            SecondFactorStore store,
            Sealing sealing,
            Throttle throttle,
            AuditStore audit,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock,
            Environment environment) {
        this.store = store;
        this.sealing = sealing;
        this.throttle = throttle;
        this.audit = audit;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** What is asked for after the password of this account; empty when nothing is. */
    public Optional<SecondFactor> asked(CoopId coop, Account account) {
        var chosen = chosen(coop, account.accountId());
        return switch (policies.today(coop, SecondFactorTerms.class).of(account.kind(), demo)) {
            case OFF -> Optional.empty();
            case BY_CHOICE -> chosen;
            case ALWAYS -> chosen.or(() -> Optional.of(SecondFactor.MAIL));
        };
    }

    /** What the owner has chosen and confirmed. */
    public Optional<SecondFactor> chosen(CoopId coop, UUID accountId) {
        return store.find(coop, accountId)
                .filter(SecondFactorStore.Chosen::confirmed)
                .map(SecondFactorStore.Chosen::way);
    }

    public int spareCodesLeft(CoopId coop, UUID accountId) {
        return store.spareCodesLeft(coop, accountId);
    }

    /** Codes by mail from now on. */
    @Transactional
    public void chooseMail(CoopId coop, UUID accountId) {
        store.delete(coop, accountId);
        store.put(coop, accountId, SecondFactor.MAIL, null, clock.instant(), true);
        changed(coop, accountId, "second-factor-mail");
    }

    /** Nothing of the owner's choice any more. */
    @Transactional
    public void drop(CoopId coop, UUID accountId) {
        store.delete(coop, accountId);
        changed(coop, accountId, "second-factor-dropped");
    }

    /**
     * The same for an owner who has lost the app and its spare codes, and has called (6.4.4 of
     * ASVS). Its mail tells them at once.
     *
     * @param staff who does it
     */
    @Transactional
    public void drop(CoopId coop, UUID accountId, UUID staff, String reason) {
        store.delete(coop, accountId);
        audit.note(coop, staff, "sign-in.second-factor-dropped", accountId, reason);
        announce.publishEvent(new SecondFactorChanged(coop, accountId));
    }

    /** A new secret for an app; it counts once {@link #confirm} has seen a code of it. */
    @Transactional
    public String beginApp(CoopId coop, UUID accountId) {
        if (chosen(coop, accountId).filter(it -> it == SecondFactor.APP).isPresent()) {
            throw Refused.because(new SecondFactorRefusal.AppInUse());
        }
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        store.delete(coop, accountId);
        store.put(
                coop,
                accountId,
                SecondFactor.APP,
                sealing.seal(secret, place(coop, accountId)),
                clock.instant(),
                false);
        return TotpRules.base32(secret);
    }

    /** The secret of an app that waits for its first code, to be shown again. */
    public Optional<String> waiting(CoopId coop, UUID accountId) {
        return store.find(coop, accountId)
                .filter(it -> !it.confirmed() && it.secret() != null)
                .map(it -> TotpRules.base32(secret(coop, accountId, it)));
    }

    /**
     * The app's first code.
     *
     * @return the spare codes; nobody can read them again
     */
    @Transactional(noRollbackFor = Refused.class)
    public List<String> confirm(CoopId coop, UUID accountId, String typed) {
        check(coop, accountId, typed);
        var codes = Stream.generate(this::spareCode).limit(SPARE_CODES).toList();
        store.insertSpareCodes(
                coop, accountId, codes.stream().map(SecondFactors::spareHash).toList());
        changed(coop, accountId, "second-factor-app");
        return codes;
    }

    /**
     * Takes a code of the app, or a spare one.
     *
     * @throws Refused when it is wrong or was taken, or one must wait
     */
    @Transactional(noRollbackFor = Refused.class)
    public void check(CoopId coop, UUID accountId, String typed) {
        throttle.admitPresent(coop, accountId);
        var chosen = store.find(coop, accountId).orElseThrow(() -> new NotFound("second factor"));
        if (!isOfTheApp(coop, accountId, chosen, typed)
                && !store.useSpareCode(coop, accountId, spareHash(typed), clock.instant())) {
            throw Refused.because(new SecondFactorRefusal.WrongCode());
        }
        throttle.forgivePresent(coop, accountId);
    }

    private boolean isOfTheApp(
            CoopId coop, UUID accountId, SecondFactorStore.Chosen chosen, String typed) {
        var now = clock.instant();
        var step =
                TotpRules.step(
                        secret(coop, accountId, chosen),
                        JapaneseText.digits(typed),
                        now,
                        chosen.lastStep());
        return step.isPresent() && store.take(coop, accountId, step.getAsLong(), now);
    }

    private byte[] secret(CoopId coop, UUID accountId, SecondFactorStore.Chosen chosen) {
        var sealed = chosen.secret();
        if (sealed == null) {
            throw new NotFound("app");
        }
        return sealing.open(sealed, place(coop, accountId));
    }

    private void changed(CoopId coop, UUID accountId, String action) {
        audit.note(coop, accountId, action, accountId, "");
        announce.publishEvent(new SecondFactorChanged(coop, accountId));
    }

    private String spareCode() {
        var bytes = new byte[SPARE_CODE_BYTES];
        random.nextBytes(bytes);
        var signs = TotpRules.base32(bytes).toLowerCase(Locale.ROOT);
        return String.join(
                "-",
                IntStream.range(0, signs.length() / 4)
                        .mapToObj(i -> signs.substring(4 * i, 4 * i + 4))
                        .toList());
    }

    private static String spareHash(String typed) {
        var signs =
                PasswordRules.normal(typed).toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(signs.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(CoopId coop, UUID accountId) {
        return "second-factor\n" + coop.code() + "\n" + accountId;
    }
}
