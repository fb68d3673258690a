package coop.kumiai.web;

import coop.kumiai.accounts.AccessTokens;
import coop.kumiai.accounts.OpenSignIns;
import coop.kumiai.accounts.ProofTerms;
import coop.kumiai.accounts.SecondFactorRefusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Whether the last proof of whoever asks is fresh enough for {@link RecentProof}. */
@Component
class RecentProofs {
    private final OpenSignIns open;
    private final AccessTokens tokens;
    private final Policies policies;

    RecentProofs(OpenSignIns open, AccessTokens tokens, Policies policies) {
        this.open = open;
        this.tokens = tokens;
        this.policies = policies;
    }

    static boolean isAskedBy(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), RecentProof.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RecentProof.class);
    }

    boolean has(Visit visit, HttpServletRequest request) {
        var typing = !request.getMethod().equals("GET");
        return Paths.isApi(request) ? hasInApp(visit, request) : hasInBrowser(visit, typing);
    }

    /** A token proves for its own account, and only where tokens sign in. */
    private boolean hasInApp(Visit visit, HttpServletRequest request) {
        return BearerFilter.token(request)
                .filter(it -> tokens.isRecent(visit.coopId(), visit.account(), it))
                .isPresent();
    }

    /** For an app, which cannot be sent to a page. */
    Refused refused(Visit visit) {
        var recent = policies.today(visit.coopId(), ProofTerms.class).recent();
        return Refused.because(new SecondFactorRefusal.ProofNeeded(recent));
    }

    private boolean hasInBrowser(Visit visit, boolean typing) {
        return visit.signedIn().stream()
                .filter(it -> it.signInId() != null)
                .flatMap(
                        it ->
                                open
                                        .use(
                                                visit.coopId(),
                                                visit.signIn(),
                                                it.accountId(),
                                                it.generation())
                                        .stream())
                .anyMatch(it -> open.isRecent(visit.coopId(), it, typing));
    }
}
