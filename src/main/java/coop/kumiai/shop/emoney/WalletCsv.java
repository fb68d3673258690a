package coop.kumiai.shop.emoney;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CsvText;
import coop.kumiai.wallet.Movement;
import coop.kumiai.wallet.ReceiptLine;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** ご利用の明細 as a file for a spreadsheet: a line for each movement, the newest first. */
final class WalletCsv {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS =
            List.of(
                    "日時",
                    "内容",
                    "お店・方法",
                    "電子マネーの増減",
                    "ポイントの増減",
                    "電子マネーの残高",
                    "ポイントの残高",
                    "お支払い額",
                    "ポイントでのお支払い",
                    "付与の理由",
                    "品目",
                    "理由",
                    "番号");

    private WalletCsv() {}

    static String of(List<Movement> movements, MovementWords words) {
        return CsvText.of(
                Stream.concat(Stream.of(COLUMNS), movements.stream().map(it -> line(it, words)))
                        .toList());
    }

    private static List<String> line(Movement movement, MovementWords words) {
        var receipt = movement.receipt();
        return List.of(
                MOMENT.format(receipt.at().atZone(BusinessClock.JAPAN)),
                receipt.kind().words(),
                words.where(movement),
                Long.toString(receipt.money().amount()),
                Long.toString(receipt.points()),
                Long.toString(receipt.moneyAfter().amount()),
                Long.toString(receipt.pointsAfter()),
                Long.toString(receipt.paid().amount()),
                Long.toString(receipt.paid().isZero() ? 0 : movement.pointsWithTheShop()),
                MovementWords.grounds(movement),
                movement.lines().stream().map(WalletCsv::item).collect(Collectors.joining("、")),
                movement.reason(),
                receipt.postingId().toString());
    }

    private static String item(ReceiptLine line) {
        return "%s %d点 %s".formatted(line.name(), line.quantity(), line.amount());
    }
}
