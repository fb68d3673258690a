package coop.kumiai.shop.connect;

import jakarta.servlet.http.HttpServletRequest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest few requests of services in one browser; what is older begins anew. */
final class AskedInSession {
    private static final String KEY = "KUMIAI_CONNECT";
    private static final int MOST = 5;

    private AskedInSession() {}

    static void keep(HttpServletRequest request, Asked asked) {
        var all = all(request);
        all.put(asked.id(), asked);
        while (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
        request.getSession().setAttribute(KEY, all);
    }

    static Optional<Asked> find(HttpServletRequest request, String id) {
        return Optional.ofNullable(all(request).get(id));
    }

    /** It has been answered. */
    static void forget(HttpServletRequest request, Asked asked) {
        var all = all(request);
        if (all.remove(asked.id()) != null) {
            request.getSession().setAttribute(KEY, all);
        }
    }

    @SuppressWarnings("unchecked") // written above only
    private static LinkedHashMap<String, Asked> all(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(it -> (Map<String, Asked>) it.getAttribute(KEY))
                .map(LinkedHashMap::new)
                .orElseGet(LinkedHashMap::new);
    }
}
