package coop.kumiai.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.concurrent.Semaphore;

class WorkingPlaceTest {
    private final Semaphore places = new Semaphore(1, true);

    @Test
    @DisplayName("外の返事を待つあいだは、場所を空ける")
    void aPlaceIsGivenBackWhileItsHolderWaits() {
        places.acquireUninterruptibly();
        WorkingPlace.take(places);
        assertThat(WorkingPlace.givenBackWhile(places::availablePermits)).isEqualTo(1);
        assertThat(places.availablePermits()).isZero();
        WorkingPlace.leave(places);
        assertThat(places.availablePermits()).isEqualTo(1);
    }

    @Test
    @DisplayName("場所のない人も待てる")
    void whoeverHasNoPlaceWaitsToo() {
        assertThat(WorkingPlace.givenBackWhile(() -> "done")).isEqualTo("done");
    }
}
