package coop.kumiai.catalog;

import java.math.BigDecimal;

/**
 * 栄養成分: what a stated amount of a product has in it, with as many places as its label.
 *
 * @param per the amount, such as 100g or 1個(50g)
 * @param saltGrams 食塩相当量
 */
public record Nutrition(
        String per,
        BigDecimal energyKcal,
        BigDecimal proteinGrams,
        BigDecimal fatGrams,
        BigDecimal carbohydrateGrams,
        BigDecimal saltGrams) {}
