#pragma once

#include "gate/operation.h"

#include <QString>

#include <utility>

namespace nc {

/// What must be confirmed before it is done in production.
struct NameQuestion {
    Operation operation;
    QString profile;
    QString subject;
    QString name; ///< to be typed
};

/// How a program asks.
class Confirmer {
public:
    virtual ~Confirmer() = default;

    /// What the person typed; whoever cannot ask gives nothing. May block.
    virtual QString typed(const NameQuestion& question) const = 0;
};

/// For a window, which has asked before the work began: what stood in the dialog.
class TypedBefore : public Confirmer {
public:
    explicit TypedBefore(QString text)
        : m_text(std::move(text))
    {
    }
    QString typed(const NameQuestion&) const override { return m_text; }

private:
    QString m_text;
};

} // namespace nc
