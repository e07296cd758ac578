#include "core/savedfilters.h"

#include "core/atomicfile.h"
#include "core/errors.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr int version = 1;
constexpr qint64 largest = 4LL * 1024 * 1024;

struct Content {
    QJsonObject root;
    FileStamp stamp;
};

Result<Content> load(const QString& path)
{
    if (!QFileInfo::exists(path))
        return Content{};
    const auto file = readFile(path, largest);
    if (!file)
        return fail(file.error());
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file->bytes, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject())
        return fail(errors::badSettings, path, problem.errorString());
    if (const int written = document.object()["version"_L1].toInt(version); written > version)
        return fail(errors::badSettings, path, u"version %1"_s.arg(written));
    return Content{document.object(), file->stamp};
}

} // namespace

SavedFilters::SavedFilters(QString configFolder)
    : m_path(QDir(std::move(configFolder)).filePath(u"filters.json"_s))
{
}

Result<QList<SavedFilter>> SavedFilters::list(const QString& profile, const QString& place) const
{
    const auto content = load(m_path);
    if (!content)
        return fail(content.error());
    const QJsonObject filters =
        content->root["profiles"_L1].toObject().value(profile).toObject().value(place).toObject();
    QList<SavedFilter> all;
    for (auto it = filters.begin(); it != filters.end(); ++it)
        all.append({it.key(), it.value().toString()});
    std::ranges::sort(all,
        [](const SavedFilter& a, const SavedFilter& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    return all;
}

Result<void> SavedFilters::edit(
    const QString& profile, const QString& place, const std::function<void(QJsonObject& filters)>& change) const
{
    for (int attempt = 0;; ++attempt) {
        auto content = load(m_path);
        if (!content)
            return fail(content.error());
        QJsonObject profiles = content->root["profiles"_L1].toObject();
        QJsonObject places = profiles.value(profile).toObject();
        QJsonObject filters = places.value(place).toObject();
        change(filters);
        places.insert(place, filters);
        profiles.insert(profile, places);
        content->root.insert("version"_L1, version);
        content->root.insert("profiles"_L1, profiles);
        QDir().mkpath(QFileInfo(m_path).path());
        const auto written = writePrivateFile(m_path, QJsonDocument(content->root).toJson(), content->stamp);
        if (written)
            return {};
        // Another console was quicker: its change stays, ours comes on top.
        if (!written.error().is(errors::changedMeanwhile) || attempt == 3)
            return fail(written.error());
    }
}

Result<void> SavedFilters::save(const QString& profile, const QString& place, const SavedFilter& filter) const
{
    return edit(profile, place, [&](QJsonObject& filters) { filters.insert(filter.name, filter.text); });
}

Result<void> SavedFilters::remove(const QString& profile, const QString& place, const QString& name) const
{
    return edit(profile, place, [&](QJsonObject& filters) { filters.remove(name); });
}

} // namespace nc
