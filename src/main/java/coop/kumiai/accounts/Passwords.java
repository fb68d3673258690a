package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Coops;
import coop.kumiai.policies.Policies;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Checks, hashes (Argon2id) and compares passwords. Each hash takes its megabytes, so only as many
 * run at once as there are processors: a flood of sign-ins queues up instead of eating the memory.
 */
@Component
class Passwords {
    private final Argon2PasswordEncoder argon2 =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final KnownPasswords known;
    private final Policies policies;
    private final Coops coops;

    /** Made beside the start of the application, which would wait a while for it. */
    private final CompletableFuture<String> nobodys;

    Passwords(KnownPasswords known, Policies policies, Coops coops) {
        this.known = known;
        this.policies = policies;
        this.coops = coops;
        this.nobodys = CompletableFuture.supplyAsync(() -> encode("nobody has this password"));
    }

    /**
     * Why the policy does not take it.
     *
     * @param belongings words of its owner, such as the address: too easy to guess
     */
    List<PasswordRefusal> check(CoopId coop, String password, List<String> belongings) {
        var words = new ArrayList<>(belongings);
        words.add(coop.code());
        words.add(coops.get(coop.code()).shortName());
        return PasswordRules.check(
                PasswordRules.normal(password),
                policies.today(coop, PasswordTerms.class),
                policies.today(coop, PasswordShape.class),
                known,
                words);
    }

    String hash(String password) {
        return encode(PasswordRules.normal(password));
    }

    /**
     * Whether the password is this one. Without a hash the same work is done and the answer is no.
     */
    boolean matches(String password, @Nullable String hash) {
        var same =
                alone(
                        () ->
                                argon2.matches(
                                        PasswordRules.normal(password),
                                        hash == null ? nobodys.join() : hash));
        return same && hash != null;
    }

    private String encode(String normal) {
        return alone(() -> argon2.encode(normal));
    }

    private <T> T alone(Supplier<T> work) {
        hashing.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }
}
