#pragma once

#include "authoring/templatedraft.h"
#include "templates/source/problem.h"

#include <QHash>
#include <QTabWidget>

class QLabel;
class QToolButton;

namespace nc {

struct KnownNames;
class MetadataForm;
class PicturesPane;
class TemplateEditor;

/// The files of the template that is being edited, a tab each: content, metadata (fields above their text), style
/// sheets. Texts go into the draft as they are typed.
class TemplateFiles : public QTabWidget {
    Q_OBJECT

public:
    explicit TemplateFiles(QWidget* parent = nullptr);

    /// Null: no template. The draft must outlive its being shown.
    void setDraft(TemplateDraft* draft);
    QString currentFile() const;
    TemplateEditor* editor(const QString& file) const { return m_editors.value(file); }
    /// Of the tab in front; null on the pictures.
    TemplateEditor* currentEditor() const { return editor(currentFile()); }
    /// What completion offers as variables.
    void setNames(const KnownNames& names);
    /// `path` as a problem names it; false when it is none of the files here.
    bool goTo(const QString& path, int line, int column);
    void setProblems(const QList<Problem>& problems);
    /// Metadata as fields or counters: words anew.
    void retranslate();

Q_SIGNALS:
    void edited();
    /// A problem's sign in the margin of the file in front was clicked; the line from 1.
    void problemClicked(int line);
    /// Pictures were added or taken away.
    void picturesChanged();
    void failed(const nc::Error& error);
    void newSheetAsked();
    void renameSheetAsked(const QString& file);
    void removeSheetAsked(const QString& file);
    /// Files that end in .css were dropped here.
    void sheetsDropped(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;
    /// Files that are dropped on a text become sheets and pictures, not text.
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addFile(int index, const DraftFile& file);
    void syncFiles();
    void showTabMenu(const QPoint& at);
    bool takesDrop(const QDropEvent& event) const;
    void takeDrop(QDropEvent& event);
    void reload(const QString& file);
    void retitle();
    void addPictures();
    void showStatus();
    QString titleOf(const DraftFile& file) const;

    TemplateDraft* m_draft = nullptr;
    MetadataForm* m_form = nullptr;
    PicturesPane* m_pictures = nullptr; ///< email only
    QToolButton* m_newSheet = nullptr; ///< email only
    QStringList m_tabs; ///< the files whose tabs stand here, in their order
    QHash<QString, TemplateEditor*> m_editors;
    QHash<QString, QLabel*> m_status;
    QHash<QString, class NoticeBar*> m_notices; ///< of files that cannot be edited
};

} // namespace nc
