#pragma once

#include "authoring/draftjournal.h"

#include <QDialog>

#include <functional>

namespace nc {

/// Offers texts that an earlier run of the console left unsaved: take up, discard, or leave for later.
class RecoverDialog : public QDialog {
    Q_OBJECT

public:
    /// Exactly one of the two is called, with the entries that are ticked, or none. Deletes itself when closed.
    static RecoverDialog* ask(QWidget* parent, const QList<DraftEntry>& entries,
        std::function<void(const QList<DraftEntry>&)> takeUp, std::function<void(const QList<DraftEntry>&)> discard);

private:
    explicit RecoverDialog(QWidget* parent);
};

} // namespace nc
