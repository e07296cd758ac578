package notification.console.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/** What the caller is told when a request fails: a code of the protocol, words of the library, a place if there is one. */
public final class RequestError extends Exception {
    private final String code;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    public RequestError(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Adds a field to the answer; a null is left out. */
    public RequestError with(String name, Object value) {
        if (value != null) {
            facts.put(name, value);
        }
        return this;
    }

    /** One-based line and column; FreeMarker gives 0 or less where it knows none. */
    public RequestError at(Integer line, Integer column) {
        if (line != null && line > 0) {
            facts.put("line", line);
            facts.put("column", column == null || column < 1 ? 1 : column);
        }
        return this;
    }

    /** Replaces the column, if there is one, by what `columns` makes of line and column. */
    public RequestError atColumn(IntBinaryOperator columns) {
        if (facts.get("line") instanceof Integer line && facts.get("column") instanceof Integer column) {
            facts.put("column", columns.applyAsInt(line, column));
        }
        return this;
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", code);
        json.put("message", getMessage());
        json.putAll(facts);
        return json;
    }
}
