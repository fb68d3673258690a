package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;

import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code ./kumiai import wallets FILE}: takes old cards (U-WAL-6) and books them at once. */
@Component
class WalletImport implements FileImport {
    private final WalletMigrations migrations;

    WalletImport(WalletMigrations migrations) {
        this.migrations = migrations;
    }

    @Override
    public String kind() {
        return "wallets";
    }

    @Override
    public String take(CoopId coop, Path file, Consumer<String> progress) {
        var taken =
                migrations.take(
                        coop, file, file.getFileName().toString(), Optional.empty(), progress);
        migrations.book(coop, progress);
        return taken.map(it -> migrations.get(coop, it))
                .map(WalletImport::sentence)
                .orElse("このファイルのカードは、もう移行しています。新しく移したものはありません。");
    }

    private static String sentence(Migration it) {
        return "カード%,d枚、電子マネー%s、%,dポイントを移しました（移せなかったカード%,d枚）。切り捨てた端数は%s円と%sポイントです。"
                .formatted(
                        it.lines(),
                        it.money(),
                        it.points(),
                        it.refused(),
                        it.droppedMoney(),
                        it.droppedPoints());
    }
}
