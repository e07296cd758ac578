#include "templates/lint/quickfix.h"

#include "templates/lint/letterfix.h"
#include "templates/source/errors.h"
#include "templates/source/startingtext.h"
#include "templates/source/textplaces.h"
#include "yaml/yamldocument.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

bool isPictureName(const QString& name)
{
    static const QStringList pictures{u"jpg"_s, u"jpeg"_s, u"png"_s, u"gif"_s, u"svg"_s, u"webp"_s};
    return pictures.contains(QFileInfo(name).suffix().toLower());
}

/// The same name as a JPEG's; where another file has it, with a number. One that only calls itself so keeps its name.
QString jpegName(const QString& directory, const QString& name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    if (suffix == u"jpg" || suffix == u"jpeg")
        return name;
    const QString base = suffix.isEmpty() ? name : name.chopped(suffix.size() + 1);
    QString free = base + u".jpg"_s;
    for (int number = 2; QFileInfo::exists(directory + u'/' + free) && number < 1000; ++number)
        free = base + u"-%1.jpg"_s.arg(number);
    return free;
}

/// The file that the author may have meant: the same name in another place, case or kind.
QStringList filesLike(const QString& directory, const QString& reference, const QString& folder)
{
    constexpr int mostFiles = 2000;
    constexpr qsizetype mostOffered = 3;
    const QString wanted = QFileInfo(reference).completeBaseName();
    QStringList files;
    QDirIterator found(directory + (folder.isEmpty() ? QString() : u'/' + folder), QDir::Files | QDir::NoSymLinks,
        QDirIterator::Subdirectories);
    for (int looked = 0; found.hasNext() && looked < mostFiles; ++looked) {
        found.next();
        const QFileInfo info = found.fileInfo();
        const bool kind = folder.isEmpty() ? isPictureName(info.fileName())
                                           : info.suffix().compare("css"_L1, Qt::CaseInsensitive) == 0;
        if (kind && info.completeBaseName().compare(wanted, Qt::CaseInsensitive) == 0)
            files += info.filePath().mid(directory.size() + 1 + (folder.isEmpty() ? 0 : folder.size() + 1));
    }
    files.sort();
    return files.mid(0, mostOffered);
}

class Fixer {
public:
    Fixer(const Problem& problem, const FixTexts& texts)
        : m_problem(problem)
        , m_texts(texts)
        , m_position(TextPlaces(texts.content).positionOf(problem.line, problem.column))
    {
    }

    QList<QuickFix> fixes()
    {
        const Error& error = m_problem.error;
        const LetterFix letter(m_texts.content);
        const QString& name = m_texts.key.name;
        if (error.is(lint::notInterpolated)) {
            edit({fixes::interpolate, {}, {}}, letter.interpolate(m_position), true);
        } else if (error.is(lint::noAutoEscape)) {
            edit({fixes::escapeHtml, error.subject, {}}, letter.escape(m_position), true);
            edit({fixes::outputFormat, {}, {}}, letter.wrapInOutputFormat(), false);
        } else if (error.is(lint::alteredByHtml) || error.is(lint::goneByHtml)) {
            QString attribute;
            const QList<TextEdit> moved = letter.moveIntoValue(m_position, &attribute);
            edit({fixes::insideValue, attribute, {}}, moved, true);
            edit({fixes::singleQuotes, {}, {}}, letter.singleQuotes(m_position), true);
        } else if (error.is(lint::openedByHtml)) {
            edit({fixes::wrapBlock, error.detail, {}}, letter.wrapBlock(m_position, error.detail), true);
        } else if (error.is(lint::stylePath)) {
            const QString bare = error.subject.section(u'/', -1);
            edit({fixes::bareSheetName, bare, {}}, letter.replaceInTag(m_position, error.subject, bare), true);
        } else if (error.is(lint::missingImage) || error.is(lint::missingStyle)) {
            const QString folder = error.is(lint::missingStyle) ? u"css"_s : QString();
            for (const QString& file : filesLike(m_texts.directory, error.subject, folder))
                edit({fixes::useFile, file, {}}, letter.replaceInTag(m_position, error.subject, file), false);
        } else if (error.is(lint::syntax)) {
            edit({fixes::removeHeader, {}, {}}, letter.removeHeader(), false);
        } else if (error.is(lint::notUtf8) && !m_texts.contentBytes.isEmpty()) {
            whole({fixes::fromWindows1251, {}, {}}, contentFileName(m_texts.key.channel),
                fromWindows1251(m_texts.contentBytes));
        } else if (error.is(lint::missingContent) || error.is(lint::emptyContent)) {
            const QString file = contentFileName(m_texts.key.channel);
            whole({fixes::createContent, file, {}}, file, startingContent(m_texts.key));
        } else if (error.is(lint::missingMetadata) || error.is(lint::metadataEmpty)
            || error.is(lint::metadataNoMapping)) {
            whole({fixes::createMetadata, {}, {}}, metadataFileName(), startingMetadata(m_texts.key));
        } else if (error.is(lint::metadataNotText) && error.detail != u"[…]") {
            const QStringList path =
                error.subject == u"title" ? QStringList{u"title"_s} : QStringList{u"attributes"_s, error.subject};
            yaml({fixes::quoteValue, error.subject, {}}, true,
                [&](YamlDocument& document) { return document.set(path, YamlValue::string(error.detail)); });
        } else if (error.is(lint::metadataUnknownKey)) {
            yaml({fixes::removeKey, error.subject, {}}, false,
                [&](YamlDocument& document) { return document.remove({error.subject}); });
        } else if (error.is(lint::missingAttribute)) {
            addAttribute(error.subject);
        } else if (error.is(lint::forbidden)) {
            edit({fixes::putIntoComment, error.subject, {}}, letter.comment(m_position), false);
        } else if (error.is(lint::unusedFile)) {
            unusedFile(error.subject, letter);
        } else if (error.is(lint::imageType)) {
            toJpeg(error.subject);
        } else if (error.is(lint::longTitle) || error.is(lint::longShortText) || error.is(lint::longContent)) {
            show(error.is(lint::longContent));
        } else if (error.is(lint::missingTitle)) {
            yaml({fixes::addTitle, name, {}}, false,
                [&](YamlDocument& document) { return document.set({u"title"_s}, YamlValue::string(name)); });
        }
        return std::move(m_fixes);
    }

private:
    /// With what a message of its kind usually has, to be looked at; or the key alone, which stays a problem.
    void addAttribute(const QString& name)
    {
        const QStringList path{u"attributes"_s, name};
        yaml({fixes::addAttribute, name, startingAttribute(m_texts.key, name)}, false, [&](YamlDocument& document) {
            return document.set(path, YamlValue::string(startingAttribute(m_texts.key, name)));
        });
        yaml({fixes::addEmptyAttribute, name, {}}, true,
            [&](YamlDocument& document) { return document.set(path, YamlValue::string({})); });
    }
    void unusedFile(const QString& name, const LetterFix& letter)
    {
        QuickFix remove;
        remove.what = {fixes::deleteFile, name, {}};
        remove.file = name;
        remove.kind = QuickFix::Kind::Remove;
        m_fixes.append(remove);
        if (m_texts.key.channel != Channel::Email)
            return;
        if (name.startsWith("css/"_L1) && name.endsWith(".css"_L1) && name.count(u'/') == 1)
            edit({fixes::linkSheet, name.mid(4), {}}, letter.linkSheet(name.mid(4)), false);
        else if (isPictureName(name))
            edit({fixes::insertPicture, name, {}}, letter.insertPicture(name), false);
    }
    void toJpeg(const QString& name)
    {
        QuickFix fix;
        fix.what = {fixes::convertToJpeg, name, {}};
        fix.file = name;
        fix.kind = QuickFix::Kind::ToJpeg;
        fix.target = jpegName(m_texts.directory, name);
        if (fix.target != name) {
            for (qsizetype at = m_texts.content.indexOf(name); at >= 0;
                 at = m_texts.content.indexOf(name, at + name.size()))
                fix.edits.append({at, name.size(), fix.target});
            if (fix.edits.isEmpty())
                return; // written otherwise, with %20 or in parts: only the author knows where
        }
        m_fixes.append(fix);
    }
    void show(bool content)
    {
        const QString text = content ? m_texts.content : m_texts.metadata.value_or(QString());
        const qsizetype begin = TextPlaces(text).positionOf(m_problem.line, m_problem.column);
        qsizetype end = content ? text.size() : text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        QuickFix fix;
        fix.what = {fixes::showExcess, {}, {}};
        fix.file = content ? contentFileName(m_texts.key.channel) : metadataFileName();
        fix.kind = QuickFix::Kind::Show;
        fix.show = {begin, end - begin, {}};
        m_fixes.append(fix);
    }
    void edit(Error what, QList<TextEdit> edits, bool mechanical)
    {
        if (!edits.isEmpty())
            add(std::move(what), contentFileName(m_texts.key.channel), std::move(edits), {}, mechanical);
    }
    void whole(Error what, QString file, QString text)
    {
        add(std::move(what), std::move(file), {}, std::move(text), false);
    }
    void add(Error what, QString file, QList<TextEdit> edits, std::optional<QString> text, bool mechanical)
    {
        QuickFix fix;
        fix.what = std::move(what);
        fix.file = std::move(file);
        fix.edits = std::move(edits);
        fix.whole = std::move(text);
        fix.mechanical = mechanical;
        m_fixes.append(std::move(fix));
    }
    template <class Change>
    void yaml(Error what, bool mechanical, Change change)
    {
        auto document = YamlDocument::parse(m_texts.metadata.value_or(QString()).toUtf8(), metadataFileName());
        if (!document || !change(*document) || document->bytes() == m_texts.metadata.value_or(QString()).toUtf8())
            return;
        add(std::move(what), metadataFileName(), {}, QString::fromUtf8(document->bytes()), mechanical);
    }

    const Problem& m_problem;
    const FixTexts& m_texts;
    qsizetype m_position;
    QList<QuickFix> m_fixes;
};

} // namespace

QList<QuickFix> quickFixes(const Problem& problem, const FixTexts& texts)
{
    return Fixer(problem, texts).fixes();
}

QString fromWindows1251(const QByteArray& bytes)
{
    static constexpr char16_t upper[] =
        u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї";
    static_assert(std::size(upper) == 65);
    QString text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x80)
            text += QLatin1Char(byte);
        else if (value < 0xC0)
            text += QChar(upper[value - 0x80]);
        else
            text += QChar(char16_t(0x0410 + value - 0xC0));
    }
    return text;
}

} // namespace nc
