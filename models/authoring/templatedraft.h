#pragma once

#include "core/atomicfile.h"
#include "templates/source/regulation.h"

#include <QMap>
#include <QObject>

#include <vector>

namespace nc {

/// One file of a template that is being edited.
struct DraftFile {
    QString name; ///< inside the template's directory: notification.ftlh, notification.yml, css/style.css
    QString path;
    bool exists = false;
    bool editable = true; ///< false: not UTF-8 or with NUL characters; an editor would destroy it
    bool leadsOut = false; ///< a link out of the regulation: neither read nor written
    bool bom = false; ///< kept when it is written
    QByteArray saved; ///< as on disk when it was read or written, without the BOM
    FileStamp stamp;
    QString text; ///< as edited

    bool isDirty() const;
    QByteArray bytes() const; ///< what saving would write
};

/// The texts of one template while they are edited: content, metadata, style sheets. Reads and writes at once (small
/// files); never overwrites an edit that somebody else made meanwhile. Lives in the GUI thread.
class TemplateDraft : public QObject {
    Q_OBJECT

public:
    /// Reads all its files; errors::cannotRead for one that is there and cannot be read.
    static Result<std::unique_ptr<TemplateDraft>> open(const TemplateDirectory& directory);

    const TemplateDirectory& directory() const { return m_directory; }
    TemplateKey key() const { return m_directory.key; }
    /// Content first, then metadata, then the sheets by name.
    QStringList names() const;
    const DraftFile* file(const QString& name) const;
    QString contentName() const { return contentFileName(m_directory.key.channel); }

    void setText(const QString& name, const QString& text);
    bool isDirty() const;

    /// errors::changedMeanwhile when the file on disk is not what was read: then choose between overwrite() and
    /// reload(). errors::cannotWrite, errors::diskFull. Writes nothing when nothing was changed.
    Result<void> save(const QString& name);
    /// All that is dirty; stops at the first error.
    Result<void> saveAll();
    /// Takes mine, whatever is on disk.
    Result<void> overwrite(const QString& name);
    /// Takes theirs; the text changes.
    Result<void> reload(const QString& name);
    /// The text for a file that could not be edited as it was (not UTF-8): from now on it can; saving writes it.
    void convert(const QString& name, const QString& text);
    /// Goes on from what is on disk now, with this text as mine: saving no longer meets a conflict. errors::cannotRead.
    Result<void> rebase(const QString& name, const QString& text);
    /// Files that are not on disk what they were when read.
    QStringList changedOnDisk() const;
    /// Looks which style sheets there are: new ones come in, those that are gone and were not edited go. filesChanged()
    /// when there is a difference. errors::cannotRead.
    Result<void> refreshSheets();

Q_SIGNALS:
    void dirtyChanged(const QString& name, bool dirty);
    /// By setText(), convert() or rebase().
    void textChanged(const QString& name);
    /// The text was replaced by something else than setText(): load it into the editor anew.
    void reloaded(const QString& name);
    /// names() are others than before.
    void filesChanged();

private:
    explicit TemplateDraft(TemplateDirectory directory);
    DraftFile* find(const QString& name);
    Result<void> write(DraftFile& file, const FileStamp* expected);

    TemplateDirectory m_directory;
    std::vector<DraftFile> m_files;
};

} // namespace nc
