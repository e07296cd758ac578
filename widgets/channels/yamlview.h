#pragma once

#include "widgets/text/codeview.h"

namespace nc {

/// YAML to look at: coloured, with the lines marked that a change concerns.
class YamlView : public CodeView {
    Q_OBJECT

public:
    explicit YamlView(QWidget* parent = nullptr);

    void setYaml(const QByteArray& yaml);
    /// Lines from 1; `removedBefore`: lines before which some are gone.
    void setChangedLines(const QList<int>& changed, const QList<int>& removedBefore);

    /// A line (from 1) in sight, with some before it, if it is not yet.
    void reveal(int line);

protected:
    void styleLexer(const Colors& colors) override;
    void changeEvent(QEvent* event) override;

private:
    void defineMarkers();
};

} // namespace nc
