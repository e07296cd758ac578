#pragma once

#include "widgets/text/textview.h"

namespace nc {

/// A Java stack trace: frames of frameworks folded into one line for each run of them, frames of the platform itself
/// and causes marked.
class StackTraceView : public TextView {
    Q_OBJECT

public:
    using TextView::TextView;
    void setTrace(const QString& trace);

protected:
    QList<QTextLayout::FormatRange> rowFormats(qsizetype row, const QString& text, const Colors& colors) const override;
};

/// The stack trace with frames of frameworks folded ("… org.springframework × 12") and the platform's marked ("▶ at
/// …").
QString foldedTrace(const QString& trace);

} // namespace nc
