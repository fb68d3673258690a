package coop.kumiai.accounts;

import java.time.Duration;

/**
 * What the mail has to say. Derived afresh each time and stored nowhere: keep it no longer than the
 * sending takes.
 *
 * @param leadsOn without it the mail explains only (already registered; not registered) and must
 *     carry neither token nor code
 * @param token the last part of the link: {@code /{coop}/register/open/TOKEN} or {@code
 *     /{coop}/sign-in/reset/TOKEN}
 * @param code to type instead of following the link, such as {@code 1234 5678}
 * @param temporaryPassword what a recovery by 仮パスワード says instead of both
 * @param valid how long both work, counted from when they were asked for
 */
public record MailProofLetter(
        EmailAddress email,
        boolean leadsOn,
        String token,
        String code,
        String temporaryPassword,
        Duration valid) {}
