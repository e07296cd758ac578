#include "widgets/templates/fileactions.h"

#include "authoring/templateworkbench.h"
#include "templates/lint/quickfix.h"
#include "widgets/common/noticebar.h"
#include "widgets/shell/page.h"
#include "widgets/style/icons.h"
#include "widgets/templates/authoringpane.h"
#include "widgets/templates/jpegpicture.h"

#include <QAction>
#include <QFileInfo>
#include <QInputDialog>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString freeSheetName(const TemplateDraft& draft)
{
    QString name = u"style.css"_s;
    for (int number = 2; draft.file(u"css/"_s + name); ++number)
        name = u"style-%1.css"_s.arg(number);
    return name;
}

} // namespace

FileActions::FileActions(Page& page, PageHeader& header, NoticeBar& notices, Workspace& workspace,
    TemplateWorkbench& workbench, AuthoringPane& authoring)
    : QObject(&page)
    , m_page(page)
    , m_notices(notices)
    , m_workspace(workspace)
    , m_workbench(workbench)
    , m_authoring(authoring)
{
    m_newSheet =
        page.addPageAction(u"newSheet"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "New style sheet…"), icon(Icon::Add));
    header.addMenuAction(m_newSheet);
    connect(m_newSheet, &QAction::triggered, this, &FileActions::newSheet);
    connect(&authoring, &AuthoringPane::newSheetAsked, this, &FileActions::newSheet);
    connect(&authoring, &AuthoringPane::renameSheetAsked, this, &FileActions::renameSheet);
    connect(&authoring, &AuthoringPane::sheetsDropped, this, &FileActions::addSheets);
    connect(&authoring, &AuthoringPane::fileRemovalAsked, this, &FileActions::remove);
    connect(&authoring, &AuthoringPane::conversionAsked, this, &FileActions::convert);
}

void FileActions::setVisible(bool visible)
{
    m_newSheet->setVisible(visible);
}

void FileActions::fail(const Error& error)
{
    m_notices.showError(error);
}

QString FileActions::trash() const
{
    return m_workspace.configFolder() + u"/trash"_s;
}

void FileActions::askName(const QString& title, const QString& proposal, std::function<void(const QString&)> then)
{
    auto* dialog = new QInputDialog(&m_page);
    dialog->setObjectName(u"sheetNameDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the style sheet:"));
    dialog->setTextValue(proposal);
    connect(dialog, &QInputDialog::textValueSelected, this, [then = std::move(then)](const QString& typed) {
        QString name = typed.trimmed();
        if (!name.isEmpty() && !name.contains(u'.'))
            name += u".css"_s;
        if (!name.isEmpty())
            then(name);
    });
    dialog->open();
}

void FileActions::refresh(const QString& key)
{
    TemplateDraft* draft = m_workbench.current();
    if (!draft || draft->key().toString() != key)
        return;
    if (auto done = draft->refreshSheets(); !done)
        fail(done.error());
    m_workbench.textsChanged(true);
    m_workbench.loadChanges();
    m_workspace.announceChange(u"templates"_s);
}

void FileActions::newSheet()
{
    const TemplateDraft* draft = m_workbench.current();
    if (!draft || draft->key().channel != Channel::Email) {
        m_notices.show({Tone::Neutral, tr("Only letters have style sheets; choose one first."), {}, {}});
        return;
    }
    askName(tr("New style sheet"), freeSheetName(*draft),
        [this, key = draft->key().toString(), directory = draft->directory().path](const QString& name) {
            if (auto made = edit(key, name, [&] { return createSheet(directory, name, "body {\n}\n"); }); !made) {
                fail(made.error());
                return;
            }
            refresh(key);
            m_authoring.showFile(u"css/"_s + name);
        });
}

void FileActions::addSheets(const QStringList& paths)
{
    const TemplateDraft* draft = m_workbench.current();
    if (!draft)
        return;
    constexpr qint64 largestSheet = 16 * 1024 * 1024;
    const QString key = draft->key().toString();
    const QString directory = draft->directory().path;
    for (const QString& path : paths) {
        const QString name = QFileInfo(path).fileName();
        const auto content = readFile(path, largestSheet);
        const auto made = content ? edit(key, name, [&] { return createSheet(directory, name, content->bytes); })
                                  : Result<void>(nc::fail(content.error()));
        if (!made) {
            fail(made.error());
            continue;
        }
        refresh(key);
        m_authoring.showFile(u"css/"_s + name);
    }
}

void FileActions::renameSheet(const QString& file)
{
    const TemplateDraft* draft = m_workbench.current();
    if (!draft || !draft->file(file))
        return;
    if (draft->file(file)->isDirty()) {
        m_notices.show({Tone::Warning, tr("%1 has unsaved texts; save it first.").arg(file), tr("Save"),
            [this] { m_authoring.save(); }});
        return;
    }
    const QString old = QFileInfo(file).fileName();
    askName(tr("Rename %1").arg(old), old,
        [this, key = draft->key().toString(), directory = draft->directory().path, old](const QString& name) {
            if (name == old)
                return;
            if (auto renamed = edit(key, name, [&] { return nc::renameSheet(directory, old, name); }); !renamed) {
                fail(renamed.error());
                return;
            }
            refresh(key);
            m_authoring.replaceInContent({u"\"%1\""_s.arg(old), u"'%1'"_s.arg(old), u"\"css/%1\""_s.arg(old)},
                {u"\"%1\""_s.arg(name), u"'%1'"_s.arg(name), u"\"css/%1\""_s.arg(name)});
            m_authoring.showFile(u"css/"_s + name);
        });
}

void FileActions::remove(const QString& name)
{
    const TemplateDraft* draft = m_workbench.current();
    if (!draft)
        return;
    if (const DraftFile* file = draft->file(name); file && file->isDirty()) {
        m_notices.show({Tone::Warning, tr("%1 has unsaved texts; save it first.").arg(name), tr("Save"),
            [this] { m_authoring.save(); }});
        return;
    }
    const QString key = draft->key().toString();
    const auto deleted = edit(key, name, [&] { return deleteFile(draft->directory().path, name, trash()); });
    if (!deleted) {
        fail(deleted.error());
        return;
    }
    refresh(key);
    m_notices.show({Tone::Warning, tr("%1 is deleted.").arg(name), tr("Undo"),
        [this, key, deleted = *deleted] { restore(key, deleted); }});
}

void FileActions::restore(const QString& key, const DeletedFile& deleted)
{
    m_notices.dismiss();
    if (auto back = edit(key, deleted.path, [&] { return restoreFile(deleted); }); !back)
        fail(back.error());
    refresh(key);
}

void FileActions::convert(const QuickFix& fix)
{
    const TemplateDraft* draft = m_workbench.current();
    if (!draft)
        return;
    const QString key = draft->key().toString();
    const QString directory = draft->directory().path;
    const auto jpeg = jpegOf(directory + u'/' + fix.file);
    if (!jpeg) {
        fail(jpeg.error());
        return;
    }
    // The old picture goes first: a file that only calls itself JPEG keeps its name.
    const auto deleted = edit(key, fix.target, [&]() -> Result<DeletedFile> {
        auto old = deleteFile(directory, fix.file, trash());
        if (!old)
            return old;
        const FileStamp absent;
        if (const auto written = writeFile(directory + u'/' + fix.target, *jpeg, absent); !written) {
            (void)restoreFile(*old);
            return nc::fail(written.error());
        }
        return old;
    });
    if (!deleted) {
        fail(deleted.error());
        return;
    }
    m_authoring.applyToContent(fix.edits);
    refresh(key);
    m_notices.show(
        {Tone::Ok, tr("%1 is a JPEG now; the old picture is kept in %2.").arg(fix.target, deleted->kept), {}, {}});
}

} // namespace nc
