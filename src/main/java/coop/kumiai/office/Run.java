package coop.kumiai.office;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.fulfilment.DeliveryState;
import coop.kumiai.fulfilment.Stop;
import coop.kumiai.kernel.Yen;

import java.util.List;

/** The doors of a run by what is to do there, and the cash still to take. */
public record Run(List<Stop> stops) {
    public Run {
        stops = List.copyOf(stops);
    }

    /** On the road, in the order of driving. */
    public List<Stop> ahead() {
        return in(DeliveryState.PICKED);
    }

    public List<Stop> in(DeliveryState state) {
        return stops.stream().filter(stop -> stop.delivery().state() == state).toList();
    }

    /** For the goods of all doors ahead. */
    public Yen cash() {
        return Yen.sum(ahead().stream().map(Stop::cashDue).toList());
    }

    /** A member who has not joined owes the share capital once, however many orders they have. */
    public Yen share() {
        return Yen.sum(
                ahead().stream()
                        .collect(toMap(Stop::memberId, Stop::shareDue, (one, same) -> one))
                        .values());
    }
}
