#pragma once

#include <QDialog>
#include <QStringList>

#include <functional>

namespace nc {

/// What is asked before something is changed.
struct Confirmation {
    QString title; ///< "Replay 36 records"
    QString text; ///< what it touches, and whether it can be undone
    QStringList details; ///< one line each, in a list
    QString actionText; ///< names what it touches: "Replay 36 records to email-notifications"
    QString mustType; ///< when not empty: what must be typed first (a production profile's name)
    bool inProduction = false; ///< says that this is why it must be typed
    bool destroys = false;
};

/// Asks without a nested event loop: comes back by the callback, or not at all.
class ConfirmDialog : public QDialog {
    Q_OBJECT

public:
    /// Deletes itself when closed. `typed`: what stood in the line, empty where nothing had to be typed.
    static ConfirmDialog* ask(
        QWidget* parent, const Confirmation& confirmation, std::function<void(const QString& typed)> confirmed);

private:
    ConfirmDialog(
        QWidget* parent, const Confirmation& confirmation, std::function<void(const QString& typed)> confirmed);
};

} // namespace nc
