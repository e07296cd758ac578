#include "core/settings.h"

#include "core/errors.h"
#include "core/settingstable.h"

#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString nameOf(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

Settings::Settings(QString folder, QObject* parent, Changes changes)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_watcher(changes == Changes::Noticed ? std::make_unique<QFileSystemWatcher>() : nullptr)
{
    m_files[0].path = m_folder + u"/settings.json"_s;
    m_files[1].path = m_folder + u"/state.json"_s;
    if (m_watcher) {
        connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, &Settings::reload);
        connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, &Settings::reload);
    }
    reload();
}

Settings::~Settings() = default;

const Settings::File& Settings::file(SettingScope scope) const
{
    return m_files[scope == SettingScope::Shared ? 0 : 1];
}

QJsonValue Settings::find(const SettingKey& key) const
{
    const QJsonObject& values = file(key.scope).values;
    const QJsonValue value = values.value(nameOf(key.name));
    if (!value.isUndefined())
        return value;
    for (const char* old : key.oldNames) {
        const QJsonValue before = values.value(nameOf(old));
        if (!before.isUndefined())
            return before;
    }
    return QJsonValue::Undefined;
}

Result<void> Settings::load(File* file) const
{
    if (!QFileInfo::exists(file->path)) {
        file->values = {};
        file->stamp = {};
        return {};
    }
    const auto content = readFile(file->path, 16 * 1024 * 1024);
    if (!content)
        return fail(content.error());
    if (content->stamp == file->stamp)
        return {};
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(content->bytes, &parseError);
    if (!document.isObject())
        return fail(errors::badSettings, file->path, parseError.errorString());
    const int written = document.object()["version"_L1].toInt(1);
    if (written > version)
        return fail(errors::badSettings, file->path, u"version %1"_s.arg(written));
    file->values = document.object();
    file->stamp = content->stamp;
    return {};
}

void Settings::reload()
{
    m_problem.reset();
    for (File& file : m_files) {
        const QJsonObject before = file.values;
        const auto loaded = load(&file);
        if (!loaded) {
            m_problem = loaded.error();
            continue;
        }
        if (file.values == before)
            continue;
        for (const SettingKey* key : settings::all()) {
            const QString name = nameOf(key->name);
            if (&this->file(key->scope) == &file && before.value(name) != file.values.value(name))
                Q_EMIT changed(*key);
        }
    }
    watch();
}

void Settings::watch()
{
    if (!m_watcher)
        return;
    // An atomic write puts a new file in the old one's place, which ends the watch of the file: hence the folder too.
    QStringList paths{m_folder, m_files[0].path, m_files[1].path};
    const QStringList watched = m_watcher->files() + m_watcher->directories();
    paths.removeIf([&](const QString& path) { return watched.contains(path) || !QFileInfo::exists(path); });
    if (!paths.isEmpty())
        m_watcher->addPaths(paths);
}

Result<void> Settings::store(const SettingKey& key, const QJsonValue& value)
{
    File& target = m_files[key.scope == SettingScope::Shared ? 0 : 1];
    for (int attempt = 0;; ++attempt) {
        if (auto loaded = load(&target); !loaded) {
            m_problem = loaded.error();
            return loaded;
        }
        QJsonObject values = target.values;
        values.insert("version"_L1, version);
        values.remove(nameOf(key.name));
        for (const char* old : key.oldNames)
            values.remove(nameOf(old));
        if (!value.isUndefined())
            values.insert(nameOf(key.name), value);
        const auto written = writeFile(target.path, QJsonDocument(values).toJson(), target.stamp);
        if (written) {
            target.values = values;
            target.stamp = *written;
            break;
        }
        // Somebody else was quicker: their change is taken in and ours made on top of it.
        if (!written.error().is(errors::changedMeanwhile) || attempt == 5)
            return fail(written.error());
    }
    watch();
    Q_EMIT changed(key);
    return {};
}

} // namespace nc
