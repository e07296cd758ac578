#pragma once

#include "templates/source/pictures.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace nc {

struct Error;

/// The pictures of a letter with their sizes and what is to be said of them; files are dropped in or chosen.
class PicturesPane : public QWidget {
    Q_OBJECT

public:
    explicit PicturesPane(QWidget* parent = nullptr);

    void setTemplate(const QString& directory);
    /// Which are used shows by the letter's text.
    void setContent(const QString& content);
    void refresh();
    void retranslate();
    const QList<TemplatePicture>& pictures() const { return m_pictures; }
    void add(const QStringList& files);

Q_SIGNALS:
    void failed(const nc::Error& error);
    /// Files came or went.
    void changed();
    /// To be put where the caret is.
    void insertAsked(const QString& tag);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void choose();
    void remove();
    void insert();
    void showChosen();
    const TemplatePicture* chosen() const;

    QString m_directory;
    QString m_content;
    QList<TemplatePicture> m_pictures;
    QTreeWidget* m_list;
    QLabel* m_hint;
    QLabel* m_view;
    QPushButton* m_add;
    QPushButton* m_insert;
    QPushButton* m_remove;
};

} // namespace nc
