#pragma once

#include <QDialog>

#include <functional>

namespace nc {

/// The difference, once more, before a file is written. No nested event loop: comes back by the callback or not at all.
class SaveDialog : public QDialog {
    Q_OBJECT

public:
    /// Deletes itself when closed.
    static SaveDialog* ask(QWidget* parent, const QString& path, const QByteArray& before, const QByteArray& after,
        std::function<void()> save);

private:
    SaveDialog(QWidget* parent, const QString& path, const QByteArray& before, const QByteArray& after,
        std::function<void()> save);
};

} // namespace nc
