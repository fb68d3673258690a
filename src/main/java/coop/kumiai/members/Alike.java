package coop.kumiai.members;

import java.util.List;

/**
 * A member who may be the same person as somebody who applies.
 *
 * @param sameIn what is the same, in words: お名前, 生年月日, 電話番号
 */
public record Alike(Member member, List<String> sameIn) {}
