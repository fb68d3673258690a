package coop.kumiai.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.CoopId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CoopsTest {
    @Test
    void oneThatFailsKeepsNoOtherFromItsTurn() {
        var coops = List.of(new CoopId("aoba"), new CoopId("minato"), new CoopId("sakura"));
        var done = new ArrayList<CoopId>();
        assertThatThrownBy(
                        () ->
                                Coops.each(
                                        coops,
                                        coop -> {
                                            done.add(coop);
                                            if (!coop.code().equals("sakura")) {
                                                throw new IllegalStateException(coop.code());
                                            }
                                        }))
                .hasMessage("aoba");
        assertThat(done).isEqualTo(coops);
    }
}
