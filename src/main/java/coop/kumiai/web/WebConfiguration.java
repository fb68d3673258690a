package coop.kumiai.web;

import coop.kumiai.policies.Coops;
import coop.kumiai.policies.Policies;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;

@Configuration
class WebConfiguration implements WebMvcConfigurer {
    private final Coops coops;
    private final Policies policies;
    private final RecentProofs proofs;
    private final ActingDoor acting;

    WebConfiguration(Coops coops, Policies policies, RecentProofs proofs, ActingDoor acting) {
        this.coops = coops;
        this.policies = policies;
        this.proofs = proofs;
        this.acting = acting;
    }

    @Bean
    static TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitResolver(coops, policies));
        resolvers.add(new TillResolver(coops, policies));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AllowInterceptor(coops, policies, proofs, acting));
    }
}
