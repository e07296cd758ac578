#pragma once

#include "widgets/preview/letterdress.h"
#include "widgets/preview/letterview.h"

#include <memory>

namespace nc {

/// A place where a letter is looked at: as wide as there is room or as a phone, in light or dark. The view inside is
/// made with the first letter.
class LetterCanvas : public QWidget {
    Q_OBJECT

public:
    explicit LetterCanvas(QWidget* parent = nullptr);
    ~LetterCanvas() override;

    static constexpr int phoneWidth = 375;

    void setHtml(const QString& html);
    void clear();
    void setPhone(bool phone);
    void setLight(LetterLight light);
    LetterLight light() const { return m_light; }
    /// Of the letter that is shown.
    bool isTurnedRound() const;
    bool isSimple() const { return m_view && !m_view->isBrowser(); }
    QStringList refused() const { return m_view ? m_view->refused() : QStringList(); }

Q_SIGNALS:
    /// refused(), isSimple() or isTurnedRound() may be others now.
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    std::unique_ptr<LetterView> m_view;
    QString m_html;
    LetterLight m_light = LetterLight::Light;
    bool m_phone = false;
};

} // namespace nc
