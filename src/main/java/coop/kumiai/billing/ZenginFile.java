package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.util.List;

/** A file of a bank that is whole and right. */
record ZenginFile(Kind kind, List<ZenginLine> lines) {
    /** What the file tells (種別コード), and how long its records are. */
    enum Kind {
        /** 振込入金通知. */
        TRANSFERS("transfers", "01", 200),
        /** 口座振替結果. */
        DEBITS("debits", "91", 120);

        private final String code;
        private final String zenginCode;
        private final int length;

        Kind(String code, String zenginCode, int length) {
            this.code = code;
            this.zenginCode = zenginCode;
            this.length = length;
        }

        String code() {
            return code;
        }

        String zenginCode() {
            return zenginCode;
        }

        int length() {
            return length;
        }
    }

    /** What really came in: what the bank took back did not. */
    Yen total() {
        return Yen.sum(lines.stream().filter(it -> !it.failed()).map(ZenginFile::signed).toList());
    }

    private static Yen signed(ZenginLine line) {
        return line.kind() == Receipt.Kind.REVERSAL ? Yen.ZERO.minus(line.amount()) : line.amount();
    }
}
