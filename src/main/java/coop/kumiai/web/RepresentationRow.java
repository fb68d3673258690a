package coop.kumiai.web;

import coop.kumiai.accounts.Representation;
import coop.kumiai.accounts.Representation.State;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One representative as the member and the desk see them. */
public record RepresentationRow(
        UUID id,
        String name,
        boolean stands,
        boolean invited,
        String state,
        List<LetterLine> lines) {

    public static RepresentationRow of(Representation representation, State state) {
        var mandate = representation.mandate();
        var lines = new ArrayList<LetterLine>();
        lines.add(LetterLine.of("いま", state.label()));
        if (!representation.acceptedName().isEmpty()) {
            lines.add(LetterLine.of("引き受けた方", representation.acceptedName() + "さん"));
        }
        lines.add(LetterLine.of("ご関係", mandate.relation().label()));
        lines.addAll(RepresentativeFields.errandLines(mandate));
        lines.add(LetterLine.of("メール", mandate.email().address()));
        return new RepresentationRow(
                representation.representationId(),
                mandate.name(),
                state == State.INVITED || state == State.GOES_ON,
                state == State.INVITED,
                state.label(),
                lines);
    }
}
