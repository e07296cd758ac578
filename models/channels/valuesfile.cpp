#include "channels/valuesfile.h"

#include "channels/channelchecks.h"
#include "channels/errors.h"
#include "text/conflictmarkers.h"
#include "text/textdiff.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

Result<ValuesFile> ValuesFile::load(const QString& folder)
{
    const QString usual = u"deploy-templates/values.yaml"_s;
    QString path = QDir::cleanPath(QDir(folder).filePath(usual));
    if (const QFileInfo given(folder); given.isFile())
        path = folder;
    else if (!QFileInfo::exists(path) && QFileInfo::exists(QDir(folder).filePath(u"values.yaml"_s)))
        path = QDir::cleanPath(QDir(folder).filePath(u"values.yaml"_s));
    if (!QFileInfo::exists(path))
        return fail(errors::noValuesFile, path);
    const auto content = readFile(path, 8LL * 1024 * 1024);
    if (!content)
        return fail(content.error());
    ValuesFile file;
    file.m_path = path;
    file.m_relative = path.endsWith(usual) ? usual : QFileInfo(path).fileName();
    file.m_bytes = content->bytes;
    file.m_stamp = content->stamp;
    // Not left to the parser: between two versions nothing that it reads is what anybody wrote.
    if (const auto line = conflictMarker(content->bytes)) {
        file.m_error = Error{errors::valuesInConflict, u"%1:%2:1"_s.arg(path).arg(*line), {}};
        return file;
    }
    auto document = YamlDocument::parse(content->bytes, path);
    if (document)
        file.m_document = std::move(*document);
    else
        file.m_error = document.error();
    return file;
}

ChannelSettings ValuesFile::settings() const
{
    return m_document ? channelSettings(*m_document) : ChannelSettings();
}

QList<ChannelProblem> ValuesFile::problems() const
{
    return m_document ? checkChannels(*m_document, m_path) : QList<ChannelProblem>{unreadable(*m_error, m_path)};
}

QByteArray ValuesFile::diff(const YamlDocument& changed) const
{
    if (changed.bytes() == m_bytes)
        return {};
    return unifiedDiff(m_document ? withoutSecrets(*m_document) : m_bytes, withoutSecrets(changed),
        u"a/"_s + m_relative, u"b/"_s + m_relative);
}

Result<void> ValuesFile::save(const YamlDocument& changed)
{
    if (changed.bytes() == m_bytes && !changedOnDisk())
        return {};
    const auto stamp = writeFile(m_path, changed.bytes(), m_stamp);
    if (!stamp)
        return fail(stamp.error());
    m_stamp = *stamp;
    m_bytes = changed.bytes();
    m_document = changed;
    m_error.reset();
    return {};
}

bool ValuesFile::changedOnDisk() const
{
    const auto now = stampOf(m_path);
    return !now || *now != m_stamp;
}

QByteArray withoutSecrets(const YamlDocument& document)
{
    std::vector<std::pair<qsizetype, qsizetype>> hidden;
    const auto hide = [&](const YamlNode* node) {
        if (node && node->kind == YamlNode::Kind::Scalar && node->end > node->begin
            && !node->text.startsWith(u"vault:"))
            hidden.emplace_back(node->begin, node->end);
    };
    // All of a repeated key, not only the one that counts.
    const auto all = [&](const QStringList& holder, const QString& name) {
        const YamlNode* mapping = document.resolve(holder);
        for (std::size_t i = 0; mapping && mapping->kind == YamlNode::Kind::Mapping && i < mapping->pairs(); ++i) {
            if (mapping->key(i).text == name)
                hide(&mapping->value(i));
        }
        hide(document.resolve(holder + QStringList{name}));
    };
    all(channelkeys::email, u"password"_s);
    all(channelkeys::diiaKey(u"auth"_s), u"secret"_s);
    std::sort(hidden.begin(), hidden.end());
    hidden.erase(std::unique(hidden.begin(), hidden.end()), hidden.end());
    QByteArray text = document.bytes();
    for (auto it = hidden.rbegin(); it != hidden.rend(); ++it)
        text.replace(it->first, it->second - it->first, "(hidden)");
    return text;
}

QList<ChannelProblem> problemsOf(const Result<YamlDocument>& document, const QString& path)
{
    return document ? checkChannels(*document, path) : QList<ChannelProblem>{unreadable(document.error(), path)};
}

} // namespace nc
