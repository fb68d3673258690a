package coop.kumiai.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

/** What the servlet container says by itself. */
@Configuration
class ContainerConfiguration {
    /** Last in the row, so that it speaks before the container does. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> failuresBeforeAnyFilter(
            ObjectProvider<FailureAnswers> answers, ObjectProvider<JsonMapper> json) {
        return factory ->
                factory.addContextCustomizers(
                        context ->
                                context.getParent()
                                        .getPipeline()
                                        .addValve(new GarbledAddressValve(answers, json)));
    }
}
