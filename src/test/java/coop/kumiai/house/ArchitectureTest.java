package coop.kumiai.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import bad.clock.AsksTheMachine;
import bad.handlers.OpenToAll;
import bad.money.BinaryMoney;
import bad.rules.BadRules;
import bad.stores.SpeaksSql;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import coop.kumiai.Kumiai;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.web.Allow;

import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of the house. Each is held against the product, and against one bad example that it
 * must catch.
 */
class ArchitectureTest {
    private static final String PRODUCT = Kumiai.class.getPackageName();
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("/db/"))
                    .importPackages(PRODUCT);

    private static final ArchRule RULES_ARE_PURE =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Rules")
                    .or()
                    .haveSimpleNameEndingWith("Refusal")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org..")
                                    .and(DescribedPredicate.not(resideInAPackage("org.jspecify..")))
                                    .or(resideInAPackage("com.."))
                                    .or(resideInAPackage("jakarta..")))
                    .because("a rule is a pure function: no framework in rules");

    private static final ArchRule ONLY_STORES_SPEAK_SQL =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Store")
                    .and()
                    .resideOutsideOfPackage("..db..")
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(DSLContext.class.getPackageName() + "..")
                    .because("only a module's Store classes speak SQL");

    private static final ArchRule TIME_COMES_FROM_THE_CLOCK =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(BusinessClock.class)
                    .should()
                    .callMethodWhere(asksTheMachineForTheTime())
                    .because("all time is the business clock's");

    private static final ArchRule MONEY_IS_EXACT =
            fields().should(notBeOfBinaryFractions()).because("no double, no float");

    private static final ArchRule HANDLERS_SAY_WHO_MAY_CALL_THEM =
            methods()
                    .that()
                    .areMetaAnnotatedWith(RequestMapping.class)
                    .should(sayWhoMayCallThem())
                    .because("a handler that does not say who may call it cannot be called");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(RULES_ARE_PURE, BadRules.class),
                Arguments.of(ONLY_STORES_SPEAK_SQL, SpeaksSql.class),
                Arguments.of(TIME_COMES_FROM_THE_CLOCK, AsksTheMachine.class),
                Arguments.of(MONEY_IS_EXACT, BinaryMoney.class),
                Arguments.of(HANDLERS_SAY_WHO_MAY_CALL_THEM, OpenToAll.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(ArchRule rule, Class<?> badExample) {
        rule.check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theBadExampleIsCaught(ArchRule rule, Class<?> badExample) {
        var bad = new ClassFileImporter().importClasses(badExample);
        assertThat(rule.evaluate(bad).hasViolation()).isTrue();
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall>
            asksTheMachineForTheTime() {
        return DescribedPredicate.describe(
                "asks the machine for the time",
                call -> {
                    AccessTarget.MethodCallTarget target = call.getTarget();
                    var owner = target.getOwner().getName();
                    return (target.getName().equals("now")
                                    && owner.startsWith("java.time.")
                                    && target.getRawParameterTypes().isEmpty())
                            || (owner.equals("java.lang.System")
                                    && target.getName().equals("currentTimeMillis"))
                            || (owner.equals("java.time.Clock")
                                    && target.getName().startsWith("system"))
                            || (owner.equals(BusinessClock.class.getName())
                                    && target.getName().equals("standAt"));
                });
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaField>
            notBeOfBinaryFractions() {
        var binary = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
        return new ArchCondition<>("not be of binary fractions") {
            @Override
            public void check(
                    com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                var isBad = binary.contains(field.getRawType().getName());
                events.add(new SimpleConditionEvent(field, !isBad, field.getDescription()));
            }
        };
    }

    private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
        return new ArchCondition<>("say who may call them, or their class does") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var says =
                        method.isAnnotatedWith(Allow.class)
                                || method.getOwner().isAnnotatedWith(Allow.class);
                events.add(new SimpleConditionEvent(method, says, method.getDescription()));
            }
        };
    }
}
