package coop.kumiai.kernel;

/** Something that has words of its own for members, such as a slot: 「2便 14時〜16時」. */
@FunctionalInterface
public interface InWords {
    String inWords();
}
