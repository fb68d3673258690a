package coop.kumiai.web;

import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import tools.jackson.core.JacksonException;

import java.util.List;
import java.util.Objects;

/** Which part of a call is missing or cannot be read, by the name that the caller knows. */
final class FailureFields {
    private FailureFields() {}

    static List<String> of(Exception failure) {
        return switch (failure) {
            case MethodArgumentNotValidException invalid ->
                    invalid.getFieldErrors().stream().map(FieldError::getField).sorted().toList();
            case HandlerMethodValidationException invalid ->
                    invalid.getParameterValidationResults().stream()
                            .map(ParameterValidationResult::getMethodParameter)
                            .map(MethodParameter::getParameterName)
                            .filter(Objects::nonNull)
                            .toList();
            case MissingRequestHeaderException missing -> List.of(missing.getHeaderName());
            case MissingServletRequestParameterException missing ->
                    List.of(missing.getParameterName());
            case MethodArgumentTypeMismatchException wrong -> List.of(wrong.getName());
            case HttpMessageNotReadableException unreadable
                    when unreadable.getCause() instanceof JacksonException json ->
                    json.getPath().stream()
                            .map(JacksonException.Reference::getPropertyName)
                            .filter(Objects::nonNull)
                            .toList();
            default -> List.of();
        };
    }
}
