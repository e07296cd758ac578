#pragma once

#include "text/textmerge.h"

#include <QDialog>

#include <functional>

namespace nc {

/// Theirs, mine and both joined, each beside what it is compared with; takes the joined text.
class MergeDialog : public QDialog {
    Q_OBJECT

public:
    /// `take` gets the joined text. Deletes itself when closed.
    static MergeDialog* ask(QWidget* parent, const QString& file, const QByteArray& base, const QByteArray& mine,
        const QByteArray& theirs, std::function<void(const QByteArray&)> take);

private:
    MergeDialog(QWidget* parent, const QString& file, const QByteArray& base, const QByteArray& mine,
        const QByteArray& theirs, std::function<void(const QByteArray&)> take);
};

} // namespace nc
