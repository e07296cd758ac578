#include "preview/samplesets.h"

#include "core/atomicfile.h"
#include "core/errors.h"
#include "publish/plan/errors.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qint64 limit = 4LL * 1024 * 1024;
constexpr qsizetype longestName = 60;
constexpr QLatin1StringView ending = ".json"_L1;

QString hashOf(const QString& text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
}

// A regulation may be given by its notifications/ folder.
QString rootOf(const QString& folder)
{
    const QDir given(QFileInfo(folder).absoluteFilePath());
    return given.dirName() == "notifications"_L1 && !given.exists(u"notifications"_s) ? QFileInfo(given.path()).path()
                                                                                      : given.path();
}

// `url = …` under [remote "origin"]; git itself would take a process for one line.
QString remoteOf(const QString& gitFolder)
{
    const auto config = readFile(gitFolder + "/config"_L1, 1'000'000);
    if (!config)
        return {};
    bool inside = false;
    for (const QByteArray& raw : config->bytes.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.startsWith('['))
            inside = line == R"([remote "origin"])";
        else if (inside && line.startsWith("url"))
            return QString::fromUtf8(line.mid(line.indexOf('=') + 1).trimmed());
    }
    return {};
}

// The same for every clone of the same repository, as far as there is a remote.
QString identityOf(const QString& root)
{
    for (QDir folder(root);;) {
        const QString git = folder.filePath(u".git"_s);
        if (QFileInfo(git).isDir()) {
            const QString remote = remoteOf(git);
            return remote.isEmpty() ? root : remote + u'\n' + folder.relativeFilePath(root);
        }
        if (QFileInfo::exists(git) || !folder.cdUp())
            return root;
    }
}

bool isGoodName(const QString& name)
{
    return !name.isEmpty() && name.size() <= longestName && !name.startsWith(u'.') && name == name.trimmed()
        && std::ranges::all_of(name, [](QChar c) { return c.isPrint() && c != u'/' && c != u'\\'; });
}

} // namespace

SampleSets::SampleSets(const QString& folder, const QString& regulation)
{
    const QString root = rootOf(regulation);
    m_own = folder + u"/samples/"_s + hashOf(identityOf(root));
    m_shared = root + u"/.notification-console/samples"_s;
}

QString SampleSets::folderOf(const TemplateKey& key, bool shared) const
{
    return shared ? m_shared + u'/' + channelName(key.channel) + u'/' + key.name
                  : m_own + u'/' + channelName(key.channel) + u'-' + hashOf(key.name);
}

QString SampleSets::pathOf(const TemplateKey& key, const QString& name, bool shared) const
{
    return folderOf(key, shared) + u'/' + name + ending;
}

QList<SampleSet> SampleSets::list(const TemplateKey& key) const
{
    QList<SampleSet> sets;
    for (const bool shared : {false, true}) {
        if (shared && key.name.contains(u'/'))
            continue;
        const QDir folder(folderOf(key, shared));
        for (const QFileInfo& file : folder.entryInfoList({u'*' + ending}, QDir::Files)) {
            const QString name = file.fileName().chopped(ending.size());
            // One's own goes before one of the same name that came with the clone.
            const bool known = std::ranges::any_of(sets, [&](const SampleSet& set) { return set.name == name; });
            if (!known && !file.isSymLink())
                sets.append({name, shared});
        }
    }
    std::ranges::sort(
        sets, [](const SampleSet& a, const SampleSet& b) { return a.name.localeAwareCompare(b.name) < 0; });
    return sets;
}

std::optional<bool> SampleSets::find(const TemplateKey& key, const QString& name) const
{
    for (const SampleSet& set : list(key)) {
        if (set.name == name)
            return set.shared;
    }
    return {};
}

Result<QByteArray> SampleSets::load(const TemplateKey& key, const QString& name) const
{
    const auto shared = find(key, name);
    if (!shared)
        return fail(errors::noSuchSample, name, key.toString());
    const auto content = readFile(pathOf(key, name, *shared), limit);
    if (!content)
        return fail(content.error());
    return content->bytes;
}

Result<void> SampleSets::write(const TemplateKey& key, const QString& name, const QByteArray& json, bool shared) const
{
    if (!isGoodName(name))
        return fail(errors::badSampleName, name);
    const QString path = pathOf(key, name, shared);
    if (!QDir().mkpath(QFileInfo(path).path()))
        return fail(errors::cannotWrite, path);
    // One's own may hold somebody's real parameters.
    const auto written = shared ? writeFile(path, json) : writePrivateFile(path, json);
    if (!written)
        return fail(written.error());
    return {};
}

Result<void> SampleSets::save(const TemplateKey& key, const QString& name, const QByteArray& json) const
{
    return write(key, name, json, find(key, name).value_or(false));
}

Result<void> SampleSets::rename(const TemplateKey& key, const QString& from, const QString& to) const
{
    const auto shared = find(key, from);
    if (!shared)
        return fail(errors::noSuchSample, from, key.toString());
    if (from == to)
        return {};
    if (find(key, to))
        return fail(errors::sampleExists, to);
    const auto json = load(key, from);
    if (!json)
        return fail(json.error());
    if (auto done = write(key, to, *json, *shared); !done)
        return done;
    if (chosen(key) == from)
        setChosen(key, to);
    return remove(key, from);
}

Result<void> SampleSets::remove(const TemplateKey& key, const QString& name) const
{
    const auto shared = find(key, name);
    if (!shared)
        return fail(errors::noSuchSample, name, key.toString());
    const QString path = pathOf(key, name, *shared);
    if (!QFile::remove(path))
        return fail(errors::cannotWrite, path);
    return {};
}

Result<void> SampleSets::moveAll(const TemplateKey& from, const TemplateKey& to) const
{
    const QString last = chosen(from);
    for (const SampleSet& set : list(from)) {
        const auto json = load(from, set.name);
        if (!json)
            return fail(json.error());
        const QString name = freeName(to, set.name);
        if (auto done = write(to, name, *json, set.shared); !done)
            return done;
        if (set.name == last)
            setChosen(to, name);
        if (auto done = remove(from, set.name); !done)
            return done;
    }
    QFile::remove(folderOf(from, false) + "/.chosen"_L1);
    for (const bool shared : {false, true})
        QDir().rmdir(folderOf(from, shared)); // as far as nothing else lies there
    return {};
}

Result<void> SampleSets::setShared(const TemplateKey& key, const QString& name, bool shared) const
{
    const auto now = find(key, name);
    if (!now)
        return fail(errors::noSuchSample, name, key.toString());
    if (*now == shared)
        return {};
    const auto json = load(key, name);
    if (!json)
        return fail(json.error());
    if (auto done = write(key, name, *json, shared); !done)
        return done;
    const QString old = pathOf(key, name, *now);
    if (!QFile::remove(old))
        return fail(errors::cannotWrite, old);
    return {};
}

QString SampleSets::chosen(const TemplateKey& key) const
{
    const auto name = readFile(folderOf(key, false) + "/.chosen"_L1, 1000);
    return name ? QString::fromUtf8(name->bytes) : QString();
}

void SampleSets::setChosen(const TemplateKey& key, const QString& name) const
{
    const QString folder = folderOf(key, false);
    // Only a comfort: when it cannot be kept the first set is in front the next time.
    if (chosen(key) != name && QDir().mkpath(folder))
        (void)writePrivateFile(folder + "/.chosen"_L1, name.toUtf8());
}

std::optional<QByteArray> SampleSets::usual(const TemplateKey& key) const
{
    const QList<SampleSet> sets = list(key);
    if (sets.isEmpty())
        return {};
    const QString last = chosen(key);
    const bool known = std::ranges::any_of(sets, [&](const SampleSet& set) { return set.name == last; });
    const auto json = load(key, known ? last : sets.first().name);
    return json ? std::optional(*json) : std::nullopt;
}

QString SampleSets::freeName(const TemplateKey& key, const QString& base) const
{
    const QString root = base.first(qMin(base.size(), longestName - 6)).trimmed();
    QString name = root;
    for (int i = 2; find(key, name); ++i)
        name = root + u' ' + QString::number(i);
    return name;
}

} // namespace nc
