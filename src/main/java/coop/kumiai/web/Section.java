package coop.kumiai.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * A part of the staff's side in its menu.
 *
 * @param group what it stands under, next to others of the same
 */
public record Section(String group, String label, String href) {
    /** The same sections by their groups, in the order in which they first come. */
    public static List<List<Section>> groups(List<Section> sections) {
        var groups =
                sections.stream().collect(groupingBy(Section::group, LinkedHashMap::new, toList()));
        return List.copyOf(groups.values());
    }
}
