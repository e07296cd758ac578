package freemarker.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a template reads from its data: one entry a path, with what the places that read it tell about it. */
final class Variables {
    /** In the order in which one outdoes another: what only has a size may still be an object. */
    enum Kind { SCALAR, SIZED, OBJECT, LIST }

    private static final class Entry {
        private Kind kind = Kind.SCALAR;
        private boolean optional = true;
        private boolean whole;
        private final TreeSet<Long> places = new TreeSet<>();
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * Notes one reading of `path` (`a.b`, `items[].title`); a path read once without a default is needed. `whole`: all
     * that lies under it counts as read.
     */
    void read(String path, Kind kind, boolean optional, boolean whole, int line, int column) {
        Entry entry = entries.get(path);
        if (entry == null) {
            if (entries.size() >= TemplateInspector.MOST_PLACES) {
                return;
            }
            entry = new Entry();
            entries.put(path, entry);
        }
        if (kind.ordinal() > entry.kind.ordinal()) {
            entry.kind = kind;
        }
        entry.optional &= optional;
        entry.whole |= whole;
        if (line > 0 && entry.places.size() < TemplateInspector.MOST_PLACES) {
            entry.places.add(((long) line << 32) | column);
        }
    }

    /** Somebody may look at any part of `path`. */
    void readWhole(String path) {
        Entry entry = entries.get(path);
        if (entry != null) {
            entry.whole = true;
        }
    }

    List<Object> toJson() {
        List<Object> list = new ArrayList<>();
        for (Map.Entry<String, Entry> item : entries.entrySet()) {
            Entry entry = item.getValue();
            if (item.getKey().endsWith("[]") && entry.kind == Kind.OBJECT && !entry.whole) {
                // Said already by the fields that are read of it.
                continue;
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", item.getKey());
            Kind kind = entry.kind == Kind.SIZED ? Kind.LIST : entry.kind;
            json.put("kind", kind.name().toLowerCase(java.util.Locale.ROOT));
            json.put("optional", entry.optional);
            json.put("whole", entry.whole);
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
