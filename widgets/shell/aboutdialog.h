#pragma once

#include <QDialog>

namespace nc {

/// What this is, which versions are in use, what is missing on this machine and what that means.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    static void show(QWidget* parent);

private:
    explicit AboutDialog(QWidget* parent);
};

/// One part that the program can do without.
struct OptionalPart {
    QString name;
    bool present = false;
    QString meaning; ///< what is missed without it
};
QList<OptionalPart> optionalParts();

} // namespace nc
