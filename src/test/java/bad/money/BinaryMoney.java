package bad.money;

/** Keeps money in binary fractions. */
public class BinaryMoney {
    double price = 1.1;
}
