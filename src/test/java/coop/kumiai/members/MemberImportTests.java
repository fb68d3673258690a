package coop.kumiai.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@KumiaiTest
class MemberImportTests {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final String HEADER =
            "code,family,given,family_kana,given_kana,phone,birth_date,postal_code,prefecture,city,town,street,building,joined_on,units\n";
    private static final String TAKAHASHI =
            "1000000005,髙﨑,由美,タカサキ,ユミ,090-1234-5678,S61.5.3,113-0033,東京都,文京区,本郷,3-4-5,,平成27年4月1日,10\n";
    private static final String YAMADA =
            "1000000009,山田,花子,やまだ,はなこ,0355501234,19500101,1130033,東京都,文京区,本郷,1-1,まなび荘,2001/4/1,0\n";

    @TempDir Path folder;
    @Autowired MemberImport members;
    @Autowired MemberRegister register;
    @Autowired Members book;
    @Autowired Shares shares;
    @Autowired ShareProofs proofs;
    @Autowired TestMembers some;
    @Autowired TestCoops coops;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    void membersComeWithWhatTheyHavePaidIn() throws IOException {
        assertThat(take(HEADER + TAKAHASHI + YAMADA, StandardCharsets.UTF_8))
                .isEqualTo("組合員2人を登録しました。すでに登録のある0人は、そのままです。");
        var takasaki = register.search(coop, "高崎").getFirst();
        assertThat(takasaki.name().full()).isEqualTo("髙﨑 由美");
        assertThat(takasaki.hasJoined()).isTrue();
        assertThat(shares.holding(coop, takasaki.memberId()).capital())
                .isEqualTo(new ShareAmount(10, Yen.of(5000)));
        assertThat(book.addresses(coop, takasaki.memberId()))
                .singleElement()
                .extracting(Address::oneLine)
                .isEqualTo("〒113-0033 東京都文京区本郷3-4-5");
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    void aFileInShiftJisIsUnderstood() throws IOException {
        take(HEADER + TAKAHASHI, SHIFT_JIS);
        assertThat(register.search(coop, "1000000005").getFirst().name().full()).isEqualTo("髙﨑 由美");
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        take(HEADER + TAKAHASHI, StandardCharsets.UTF_8);
        assertThat(take(HEADER + TAKAHASHI + YAMADA, StandardCharsets.UTF_8))
                .isEqualTo("組合員1人を登録しました。すでに登録のある1人は、そのままです。");
        assertThat(take(HEADER + TAKAHASHI + YAMADA, StandardCharsets.UTF_8)).startsWith("組合員0人");
        assertThat(proofs.run(coop).capital()).isEqualTo(Yen.of(5000));
    }

    @Test
    void newCodesFollowThoseThatCameIn() throws IOException {
        take(HEADER + TAKAHASHI + YAMADA, StandardCharsets.UTF_8);
        var hanako = some.applied(coop);
        var joined =
                book.collectShare(coop, hanako.memberId(), Yen.of(500), new UUID(7, 7), "order-1");
        assertThat(joined.memberCode()).contains(new MemberCode("1000000010"));
    }

    @Test
    void badLinesAreListedAndNothingIsTaken() throws IOException {
        var file =
                HEADER
                        + TAKAHASHI
                        + TAKAHASHI
                        + YAMADA.replace("19500101", "昭和65年1月1日")
                        + YAMADA.replace("1000000009", "12")
                        + YAMADA.replace("やまだ", "山田").replace("1000000009", "1000000010")
                        + "too,few\n";
        assertThatThrownBy(() -> take(file, StandardCharsets.UTF_8))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        it ->
                                assertThat(it.badLines())
                                        .extracting(line -> line.number())
                                        .containsExactly(3L, 4L, 5L, 6L, 7L));
        assertThat(register.search(coop, "高崎")).isEmpty();
    }

    @Test
    void thousandsGoInBatchesAndAddUp() throws IOException {
        var lines =
                IntStream.range(0, 5_001)
                        .mapToObj(
                                i ->
                                        TAKAHASHI.replace(
                                                "1000000005", Long.toString(2_000_000_000L + i)))
                        .collect(Collectors.joining("", HEADER, ""));
        assertThat(take(lines, SHIFT_JIS)).startsWith("組合員5,001人");
        assertThat(proofs.run(coop).capital()).isEqualTo(Yen.of(5_001 * 5_000));
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    private String take(String text, Charset encoding) throws IOException {
        var file = Files.writeString(folder.resolve(UUID.randomUUID().toString()), text, encoding);
        return members.take(coop, file, _ -> {});
    }
}
