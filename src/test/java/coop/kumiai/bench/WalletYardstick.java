package coop.kumiai.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

/**
 * The same payment as one would write it first: one transaction each, a conditional debit, the
 * transfer, its two entries, the total of the shop; over plain JDBC and the application's own pool.
 */
final class WalletYardstick {
    private static final String[] TABLES = {
        "create schema if not exists yardstick",
        "create table yardstick.wallet (id int primary key, balance bigint check (balance >= 0))",
        "create table yardstick.shop (id int primary key, total bigint)",
        "create table yardstick.transfer (id bigint generated always as identity primary key,"
                + " wallet int, shop int, amount bigint, at timestamptz default now())",
        "create table yardstick.posting (transfer bigint, account text, amount bigint, primary key"
                + " (transfer, account))",
        "insert into yardstick.shop select n, 0 from generate_series(0, 49) n"
    };

    private final DataSource database;
    private final int wallets;

    WalletYardstick(DataSource database, int wallets) throws SQLException {
        this.database = database;
        this.wallets = wallets;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute(table);
            }
            statement.execute(
                    "insert into yardstick.wallet select n, 1000000000 from generate_series(0, %d) n"
                            .formatted(wallets - 1));
            statement.execute("analyze yardstick.wallet");
        }
    }

    /** One payment at one of so many shops. */
    void pay(int shops) {
        var random = ThreadLocalRandom.current();
        var wallet = random.nextInt(wallets);
        var shop = random.nextInt(shops);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            pay(connection, wallet, shop);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pay(Connection connection, int wallet, int shop) throws SQLException {
        try (var debit =
                        connection.prepareStatement(
                                "update yardstick.wallet set balance = balance - 1 where id = ? and"
                                        + " balance >= 1");
                var transfer =
                        connection.prepareStatement(
                                "insert into yardstick.transfer (wallet, shop, amount) values (?,"
                                        + " ?, 1) returning id");
                var entries =
                        connection.prepareStatement(
                                "insert into yardstick.posting values (?, 'wallet', -1), (?,"
                                        + " 'shop', 1)");
                var total =
                        connection.prepareStatement(
                                "update yardstick.shop set total = total + 1 where id = ?")) {
            debit.setInt(1, wallet);
            require(debit.executeUpdate());
            transfer.setInt(1, wallet);
            transfer.setInt(2, shop);
            long id;
            try (var row = transfer.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
            entries.setLong(1, id);
            entries.setLong(2, id);
            entries.executeUpdate();
            total.setInt(1, shop);
            require(total.executeUpdate());
        }
    }

    private static void require(int rows) {
        if (rows != 1) {
            throw new IllegalStateException(rows + " rows instead of one");
        }
    }
}
