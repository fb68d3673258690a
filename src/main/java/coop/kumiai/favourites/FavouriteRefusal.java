package coop.kumiai.favourites;

import coop.kumiai.kernel.Refusal;

/** Why a product does not become a favourite. */
public sealed interface FavouriteRefusal extends Refusal {

    /** There are as many as there may be. */
    record TooMany(int most) implements FavouriteRefusal {
        @Override
        public String code() {
            return "favourites/too-many";
        }

        @Override
        public String sentence() {
            return "お気に入りは%d品までです。お気に入りの一覧で、使わない商品を外してください。".formatted(most);
        }
    }
}
