#pragma once

#include "templates/source/template.h"
#include "templates/source/templateuses.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nc {

/// Asks for the name of a new, copied or renamed template; says while it is typed what is wrong with it.
class TemplateNameDialog : public QDialog {
    Q_OBJECT

public:
    enum class Purpose { New, Duplicate, Rename };
    struct Answer {
        TemplateKey key;
        bool renameUses = false;
    };

    /// `original`: for a new one only its channel counts. `taken` says whether a template is there already.
    /// Deletes itself when closed.
    static TemplateNameDialog* ask(QWidget* parent, Purpose purpose, const TemplateKey& original,
        const QList<TemplateUse>& uses, std::function<bool(const TemplateKey&)> taken,
        std::function<void(const Answer&)> done);

private:
    TemplateNameDialog(QWidget* parent, Purpose purpose, const TemplateKey& original, const QList<TemplateUse>& uses);
    TemplateKey key() const;
    void check();

    Purpose m_purpose;
    TemplateKey m_original;
    std::function<bool(const TemplateKey&)> m_taken;
    QComboBox* m_channel;
    QLineEdit* m_name;
    QLabel* m_problem;
    QCheckBox* m_uses;
    QLabel* m_shared; ///< other channels have a template of that name
    QPushButton* m_ok;
};

} // namespace nc
