package coop.kumiai.office;

import coop.kumiai.policies.Policy;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;

import org.springframework.stereotype.Component;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy as a form: its values as text, and the text as its values. */
@Component
class PolicyForm {
    private final PolicyWords words;

    PolicyForm(PolicyWords words) {
        this.words = words;
    }

    /** Plans of slots and the like are too rich for a form. */
    boolean canTake(Class<? extends Policy> type) {
        return Arrays.stream(type.getRecordComponents()).allMatch(TypedValue::canBeTyped);
    }

    /** The values of a policy as they would be typed. */
    Map<String, String> typed(Policy policy) {
        var typed = new HashMap<String, String>();
        for (var component : policy.getClass().getRecordComponents()) {
            typed.put(component.getName(), TypedValue.write(read(component, policy)));
        }
        return typed;
    }

    List<Field> fields(
            String code,
            Class<? extends Policy> type,
            Map<String, String> typed,
            FormErrors errors) {
        return Arrays.stream(type.getRecordComponents())
                .map(it -> field(code, it).value(typed.get(it.getName())).errors(errors))
                .toList();
    }

    /** What was typed, read; the errors say what cannot be. */
    Read read(Class<? extends Policy> type, Map<String, String> typed) {
        var values = new ArrayList<Object>();
        var errors = FormErrors.NONE;
        for (var component : type.getRecordComponents()) {
            var value = TypedValue.read(component, typed.getOrDefault(component.getName(), ""));
            if (value.isEmpty()) {
                errors = errors.and(component.getName(), "読み取れません。" + TypedValue.hint(component));
            }
            value.ifPresent(values::add);
        }
        return errors.isEmpty() ? made(type, values) : new Read(Optional.empty(), errors);
    }

    /** What a policy's values are called and how they read, in their order. */
    Map<String, String> inWords(String code, Policy policy) {
        var said = new java.util.LinkedHashMap<String, String>();
        for (var component : policy.getClass().getRecordComponents()) {
            var valueCode = code + "." + component.getName();
            said.put(words.name(valueCode), words.value(valueCode, read(component, policy)));
        }
        return said;
    }

    private Field field(String code, RecordComponent component) {
        var valueCode = code + "." + component.getName();
        var name = words.name(valueCode);
        if (component.getType() == boolean.class) {
            return Field.select(
                    component.getName(),
                    name,
                    List.of(Option.of("true", "あり"), Option.of("false", "なし")));
        }
        if (component.getType().isEnum()) {
            return Field.select(component.getName(), name, choices(valueCode, component));
        }
        return Field.text(component.getName(), name).hint(TypedValue.hint(component));
    }

    private List<Option> choices(String valueCode, RecordComponent component) {
        return Arrays.stream(component.getType().getEnumConstants())
                .map(it -> Option.of(it.toString(), words.value(valueCode, it)))
                .toList();
    }

    /** The record's own constructor has the last word. */
    private static Read made(Class<? extends Policy> type, List<Object> values) {
        try {
            var policy = type.getDeclaredConstructors()[0].newInstance(values.toArray());
            return new Read(Optional.of((Policy) policy), FormErrors.NONE);
        } catch (InvocationTargetException noSuchPolicy) {
            return new Read(Optional.empty(), FormErrors.of("", "この組み合わせの値は使えません。値の大小をお確かめください。"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private static Object read(RecordComponent component, Policy policy) {
        try {
            return component.getAccessor().invoke(policy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** A policy, or why there is none. */
    record Read(Optional<Policy> policy, FormErrors errors) {}
}
