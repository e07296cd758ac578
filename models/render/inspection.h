#pragma once

#include "render/templatefault.h"

#include <QList>
#include <QString>

#include <optional>

namespace nc {

/// A place in a template's text, one-based.
struct TemplatePlace {
    int line = 0;
    int column = 0;
    QString text;
};

/// Something the template reads of its data. `name`: dotted path, `items[].title` inside a list.
struct TemplateVariable {
    enum class Kind { Scalar, List, Object };
    QString name;
    Kind kind = Kind::Scalar;
    bool optional = false;
    QList<TemplatePlace> places; ///< where it is read, in the text that was inspected; without text
    QList<int> lines; ///< their lines, each once
    bool whole = false; ///< any part of it may be read: its keys are asked for, or it is printed as it is
};

/// What FreeMarker's own parser says of a text.
struct Inspection {
    std::optional<TemplateFault> syntaxError; ///< then the rest is empty
    QList<TemplateVariable> variables;
    QList<TemplatePlace> forbidden; ///< `new`, `api`
    QList<TemplatePlace> unescaped; ///< `${…}` that prints markup of the data as it is
};

struct InspectRequest {
    QString name;
    QString text;
};

} // namespace nc
