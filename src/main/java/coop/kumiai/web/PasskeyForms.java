package coop.kumiai.web;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Passkey;
import coop.kumiai.accounts.Passkeys;
import coop.kumiai.accounts.SignIns;
import coop.kumiai.kernel.Refused;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * パスキー of members and of staff: what their pages ask the device, take from it and show (X-ID-1).
 */
@Component
public class PasskeyForms {
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final SignIns signIns;
    private final Clock clock;

    PasskeyForms(Passkeys passkeys, PasskeyChallenges challenges, SignIns signIns, Clock clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** What the device is asked to make a passkey with. */
    public ResponseEntity<String> creation(Visit visit, HttpServletRequest request) {
        var challenge = challenges.begin(request);
        return json(passkeys.creationOptions(visit.coopId(), visit.account(), challenge));
    }

    /**
     * Takes the passkey that the device has made.
     *
     * @throws Refused when it does not fit
     */
    public void register(Visit visit, String credential, String name, HttpServletRequest request) {
        var challenge = challenges.take(request);
        passkeys.register(visit.coopId(), visit.account(), challenge, credential, name);
    }

    public void rename(Visit visit, String passkey, String name) {
        passkeys.rename(visit.coopId(), visit.account(), passkey, name);
    }

    public void remove(Visit visit, String passkey) {
        passkeys.remove(visit.coopId(), visit.account(), passkey);
    }

    /** What the device is asked to sign in with: anybody's passkey. */
    public ResponseEntity<String> question(Visit visit, HttpServletRequest request) {
        var challenge = challenges.begin(request);
        return json(passkeys.requestOptions(visit.coopId(), Optional.empty(), challenge));
    }

    /**
     * Who signs in: a passkey is two factors at once, so that nothing more is asked for.
     *
     * @throws Refused when it is nobody's of this kind, or they may not sign in just now
     */
    public Account signedIn(
            Visit visit, Account.Kind kind, String credential, HttpServletRequest request) {
        var challenge = challenges.take(request);
        var account = passkeys.authenticate(visit.coopId(), kind, challenge, credential);
        signIns.requireOpen(visit.coopId(), account);
        return account;
    }

    /** What the page of somebody's passkeys shows. */
    public Map<String, Object> fields(Visit visit, String done) {
        var rows = passkeys.of(visit.coopId(), visit.account()).stream().map(this::row).toList();
        return Map.of(
                "rows",
                rows,
                "notices",
                notices(done),
                "name",
                Field.text("name", "この端末の名前").hint("あとで見分けるための名前です。").optional());
    }

    private PasskeyRow row(Passkey passkey) {
        return new PasskeyRow(
                passkey.credentialId(),
                passkey.name(),
                moment(passkey.createdAt()),
                passkey.lastUsedAt().map(this::moment).orElse("まだありません"));
    }

    private String moment(Instant instant) {
        return Show.moment(LocalDateTime.ofInstant(instant, clock.getZone()));
    }

    private static List<Notice> notices(String done) {
        return switch (done) {
            case "registered" -> List.of(Notice.done("パスキーを登録しました。次からパスワードなしでログインできます。"));
            case "named" -> List.of(Notice.done("名前を変えました。"));
            case "removed" -> List.of(Notice.done("パスキーを取り消しました。端末に残っているものは、端末の設定で消してください。"));
            default -> List.of();
        };
    }

    private static ResponseEntity<String> json(String options) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(options);
    }
}
