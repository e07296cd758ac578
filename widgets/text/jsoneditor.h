#pragma once

#include "widgets/text/codeview.h"

#include <QStringList>

namespace nc {

/// JSON to be typed; coloured, what nobody reads in grey.
class JsonEditor : public CodeView {
    Q_OBJECT

public:
    explicit JsonEditor(QWidget* parent = nullptr);

    /// Paths as `a.b`, `items[].title`.
    void setUnused(const QStringList& paths);

protected:
    void styleLexer(const Colors& colors) override;

private:
    QStringList m_unused;
};

} // namespace nc
