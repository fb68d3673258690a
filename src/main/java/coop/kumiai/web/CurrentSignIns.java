package coop.kumiai.web;

import coop.kumiai.accounts.OpenSignIns;
import coop.kumiai.kernel.CoopId;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Sign-ins kept in sessions, of which only those count that nobody has ended: whose account is
 * still open and has had no new password since. Asked once a request, and only where somebody wants
 * to know.
 */
record CurrentSignIns(SecurityContextRepository sessions, OpenSignIns open)
        implements SecurityContextRepository {

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Checked(sessions.loadDeferredContext(request));
    }

    @Deprecated
    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }

    private boolean isCurrent(SecurityContext context) {
        var authentication = context.getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && signedIn.signInId() != null
                && open.use(
                                new CoopId(signedIn.coop()),
                                signedIn.signInId(),
                                signedIn.signer(),
                                signedIn.generation())
                        .isPresent();
    }

    private final class Checked implements DeferredSecurityContext {
        private final DeferredSecurityContext loaded;
        private @Nullable SecurityContext checked;

        Checked(DeferredSecurityContext loaded) {
            this.loaded = loaded;
        }

        @Override
        public SecurityContext get() {
            var known = checked;
            if (known == null) {
                var context = loaded.get();
                known = isCurrent(context) ? context : SecurityContextHolder.createEmptyContext();
                checked = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return loaded.isGenerated();
        }
    }
}
