package freemarker.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a template reads from its data: one entry a path, with what the places that read it tell about it. */
final class Variables {
    enum Kind { SCALAR, OBJECT, LIST }

    private static final class Entry {
        private Kind kind = Kind.SCALAR;
        private boolean optional = true;
        private final TreeSet<Long> places = new TreeSet<>();
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Notes one reading of `path` (`a.b`, `items[].title`); a path read once without a default is needed. */
    void read(String path, Kind kind, boolean optional, int line, int column) {
        Entry entry = entries.computeIfAbsent(path, key -> new Entry());
        if (kind.ordinal() > entry.kind.ordinal()) {
            entry.kind = kind;
        }
        entry.optional &= optional;
        if (line > 0) {
            entry.places.add(((long) line << 32) | column);
        }
    }

    List<Object> toJson() {
        List<Object> list = new ArrayList<>();
        for (Map.Entry<String, Entry> item : entries.entrySet()) {
            Entry entry = item.getValue();
            if (item.getKey().endsWith("[]") && entry.kind == Kind.OBJECT) {
                // Said already by the fields that are read of it.
                continue;
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", item.getKey());
            json.put("kind", entry.kind.name().toLowerCase(java.util.Locale.ROOT));
            json.put("optional", entry.optional);
            List<Object> places = new ArrayList<>();
            for (long place : entry.places) {
                places.add(List.of((int) (place >> 32), (int) place));
            }
            json.put("places", places);
            list.add(json);
        }
        return list;
    }
}
