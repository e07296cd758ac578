#pragma once

#include "widgets/common/codeview.h"

namespace nc {

/// JSON to be typed; coloured.
class JsonEditor : public CodeView {
    Q_OBJECT

public:
    explicit JsonEditor(QWidget* parent = nullptr);

protected:
    void styleLexer(const Colors& colors) override;
};

} // namespace nc
