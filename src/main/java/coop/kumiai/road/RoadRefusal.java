package coop.kumiai.road;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why something of the road cannot be so. */
public sealed interface RoadRefusal extends Refusal {

    /** The photo is too large to be taken. */
    record PhotoTooLarge(int mostMegabytes, int mostMegapixels) implements RoadRefusal {
        @Override
        public String code() {
            return "road/photo-too-large";
        }

        @Override
        public String sentence() {
            return "写真が大きすぎます。%dMB、%d万画素までの写真にしてください。"
                    .formatted(mostMegabytes, mostMegapixels * 100);
        }

        @Override
        public String field() {
            return "photo";
        }
    }

    /** What was sent is no photo that can be read. */
    record NoPhoto() implements RoadRefusal {
        @Override
        public String code() {
            return "road/no-photo";
        }

        @Override
        public String sentence() {
            return "写真を読み取れませんでした。JPEGかPNGの写真で、もう一度お撮りください。写真なしでも記録できます。";
        }

        @Override
        public String field() {
            return "photo";
        }
    }

    /** The key of this message was used for another door. */
    record KeyOfAnother() implements RoadRefusal {
        @Override
        public String code() {
            return "road/key-of-another";
        }

        @Override
        public String sentence() {
            return "この記録は別の配達先のものです。画面を開き直して、もう一度記録してください。";
        }
    }

    /** What was counted is not what should be there, and nobody says why. */
    record DifferenceUnexplained(Yen expected, Yen counted) implements RoadRefusal {
        @Override
        public String code() {
            return "road/difference-unexplained";
        }

        @Override
        public String sentence() {
            var more = counted.isMoreThan(expected);
            var difference = more ? counted.minus(expected) : expected.minus(counted);
            return "あるはずの%sより%s%sです。もう一度数えて、それでも違うときは理由を書いてください。"
                    .formatted(expected, difference, more ? "多い" : "少ない");
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** Nothing was taken since the last report. */
    record NothingToReport() implements RoadRefusal {
        @Override
        public String code() {
            return "road/nothing-to-report";
        }

        @Override
        public String sentence() {
            return "この便で受け取った現金は、もうすべて締めてあります。";
        }
    }
}
