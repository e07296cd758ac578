#pragma once

#include "widgets/preview/letterview.h"

namespace nc {

/// The fallback: Qt's rich text, which knows a part of HTML. Loads nothing but pictures that are inside the letter.
class TextLetterView : public LetterView {
public:
    explicit TextLetterView(QWidget* parent);

    QWidget* widget() override;
    void setHtml(const QString& html) override;
    void setDark(bool dark) override;
    QStringList refused() const override;
    bool isBrowser() const override { return false; }

private:
    class Browser;
    Browser* m_browser;
};

} // namespace nc
