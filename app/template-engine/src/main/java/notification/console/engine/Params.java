package notification.console.engine;

import java.util.List;
import java.util.Map;

/** Typed access to a request's parameters; what is missing or of another type is an error of the caller. */
final class Params {
    private final Map<?, ?> map;

    Params(Object value) throws RequestError {
        if (value == null) {
            map = Map.of();
        } else if (value instanceof Map<?, ?> given) {
            map = given;
        } else {
            throw new RequestError("bad-request", "params is no object");
        }
    }

    String text(String name) throws RequestError {
        if (map.get(name) instanceof String text) {
            return text;
        }
        throw new RequestError("bad-request", name + " is no text");
    }

    int number(String name, int otherwise) throws RequestError {
        Object value = map.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer number) {
            return number;
        }
        throw new RequestError("bad-request", name + " is no number");
    }

    List<?> list(String name) throws RequestError {
        if (map.get(name) instanceof List<?> list) {
            return list;
        }
        throw new RequestError("bad-request", name + " is no list");
    }
}
