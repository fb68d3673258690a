package coop.kumiai.shop.profile;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.membership.MyPageState;
import coop.kumiai.membership.MyPages;
import coop.kumiai.web.SignedIn;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.io.IOException;
import java.util.Optional;

/**
 * Keeps My Page shut before it opens (M-USE-2) and after it has ended (M-LEAVE-1): whoever comes is
 * led to the page that says so. Everything below {@code /account} but the password is behind it.
 */
@Configuration
class MyPageGate implements WebMvcConfigurer, HandlerInterceptor {
    private final MyPages myPages;

    MyPageGate(MyPages myPages) {
        this.myPages = myPages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/*/account", "/*/account/**")
                .excludePathPatterns(
                        "/*/account/not-open",
                        "/*/account/password",
                        "/*/account/prove",
                        "/*/account/prove/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var shut = member().filter(it -> !isOpen(it));
        if (shut.isPresent()) {
            response.sendRedirect("/" + shut.get().coop() + "/account/not-open");
        }
        return shut.isEmpty();
    }

    private boolean isOpen(SignedIn member) {
        return myPages.of(new CoopId(member.coop()), member.accountId())
                instanceof MyPageState.Open;
    }

    private static Optional<SignedIn> member() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                        && !signedIn.isStaff()
                ? Optional.of(signedIn)
                : Optional.empty();
    }
}
