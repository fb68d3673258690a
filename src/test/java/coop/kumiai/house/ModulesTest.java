package coop.kumiai.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bad.modules.BadModules;

import coop.kumiai.Kumiai;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

import java.util.List;
import java.util.Optional;

class ModulesTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Kumiai.class);

    @Test
    void modulesKeepToTheirAllowedDependencies() {
        MODULES.verify();
    }

    @Test
    void everyModuleDeclaresWhatItMayUse() {
        assertThat(undeclared(MODULES)).isEmpty();
    }

    @Test
    void aModuleThatReachesTooFarIsCaught() {
        var bad = ApplicationModules.of(BadModules.class, location -> true);
        assertThatThrownBy(bad::verify).isInstanceOf(Violations.class);
        assertThat(undeclared(bad)).containsExactly("second");
    }

    private static List<String> undeclared(ApplicationModules modules) {
        return modules.stream()
                .filter(module -> declaration(module.getBasePackage().getName()).isEmpty())
                .map(module -> module.getIdentifier().toString())
                .toList();
    }

    private static Optional<ApplicationModule> declaration(String packageName) {
        try {
            var info = Class.forName(packageName + ".package-info");
            return Optional.ofNullable(info.getAnnotation(ApplicationModule.class))
                    .filter(
                            it ->
                                    !List.of(it.allowedDependencies())
                                            .contains(ApplicationModule.OPEN_TOKEN));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
