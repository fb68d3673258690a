package coop.kumiai.office;

import coop.kumiai.fulfilment.AgeCheck;
import coop.kumiai.fulfilment.CashKind;
import coop.kumiai.fulfilment.Counted;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.fulfilment.Tender;
import coop.kumiai.kernel.Yen;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the driver has ticked and counted at a door.
 *
 * @param received what is ticked, or counted and enough: of each kind the amount that was due
 * @param counted what was counted, each kind apart
 * @param results counted money against what is due, once it was asked for
 */
public record DoorForm(
        Map<CashKind, Yen> received,
        Map<CashKind, Tender> counted,
        AgeCheck age,
        Map<CashKind, Counted> results) {
    public static final DoorForm EMPTY =
            new DoorForm(Map.of(), Map.of(), AgeCheck.NOT_ASKED, Map.of());

    private static final String DUE = "-due";

    public DoorForm {
        received = Map.copyOf(received);
        counted = Map.copyOf(counted);
        results = Map.copyOf(results);
    }

    /** Counting says that the money is there: a tick beside it would be one press too many. */
    static DoorForm of(Map<String, String> fields) {
        var received = new EnumMap<CashKind, Yen>(CashKind.class);
        var counted = new EnumMap<CashKind, Tender>(CashKind.class);
        for (var kind : CashKind.values()) {
            var tender = CashForm.counted(kind.field(), fields);
            counted.put(kind, tender);
            var ticked = fields.get(tender.isEmpty() ? kind.field() : kind.field() + DUE);
            if (ticked != null) {
                received.put(kind, CashForm.amount(ticked));
            }
        }
        return new DoorForm(received, counted, age(fields), Map.of());
    }

    private static AgeCheck age(Map<String, String> fields) {
        var said = fields.getOrDefault("age", "");
        return Arrays.stream(AgeCheck.values())
                .filter(it -> it.name().equals(said))
                .findFirst()
                .orElse(AgeCheck.NOT_ASKED);
    }

    HandOver said(HandOver.Way way) {
        return new HandOver(
                way,
                received.getOrDefault(CashKind.GOODS, Yen.ZERO),
                received.getOrDefault(CashKind.SHARE, Yen.ZERO),
                age);
    }

    DoorForm with(Map<CashKind, Counted> asked) {
        return new DoorForm(received, counted, age, asked);
    }

    public boolean isTicked(CashKind kind) {
        return received.containsKey(kind);
    }

    public Tender tender(CashKind kind) {
        return counted.getOrDefault(kind, Tender.NOTHING);
    }
}
