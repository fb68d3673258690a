package coop.kumiai.api;

import coop.kumiai.web.Allow;
import coop.kumiai.web.SignedInTill;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

import java.util.List;

/** Describes the API (OpenAPI) with what no single handler says: sign-in, co-op, problems. */
@Configuration
class ApiDescription {
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Visit.class, SignedInTill.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Kumiai API")
                                .version("v1")
                                .description(
                                        "The net supermarket of a co-op as JSON: the same services"
                                                + " and rules as its pages. Amounts are whole yen,"
                                                + " moments ISO-8601 with offset."))
                .servers(List.of(new Server().url("/")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme(BEARER))
                                .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OperationCustomizer signInWhereItIsNeeded() {
        return (operation, handler) -> {
            operation.setTags(List.of(handler.getBeanType().getSimpleName().replace("Api", "")));
            return isOpen(handler)
                    ? operation
                    : operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        };
    }

    @Bean
    OpenApiCustomizer coopAndProblems() {
        return api ->
                api.getPaths()
                        .forEach(
                                (path, item) ->
                                        item.readOperations().forEach(ApiDescription::complete));
    }

    private static void complete(Operation operation) {
        operation.addParametersItem(
                new Parameter()
                        .name("coop")
                        .in("path")
                        .required(true)
                        .description("the code of the co-op, such as minato")
                        .schema(new StringSchema()));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem document (RFC 9457)")
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType()
                                                                .schema(
                                                                        new Schema<>()
                                                                                .$ref(PROBLEM)))));
    }

    private static boolean isOpen(HandlerMethod handler) {
        var allow = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allow.class);
        if (allow == null) {
            allow = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allow.class);
        }
        return allow != null && List.of(allow.value()).contains(Who.VISITOR);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description(
                        "What went wrong. A rule that says no has status 422 and its refusals.")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("a sentence in Japanese"))
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "fields",
                        new ArraySchema()
                                .items(new StringSchema())
                                .description("at 400: what is missing or cannot be read"))
                .addProperty("refusals", new ArraySchema().items(refusal()));
    }

    private static Schema<?> refusal() {
        return new ObjectSchema()
                .addProperty("code", new StringSchema())
                .addProperty("sentence", new StringSchema())
                .addProperty("field", new StringSchema())
                .addProperty("figures", new ObjectSchema());
    }
}
