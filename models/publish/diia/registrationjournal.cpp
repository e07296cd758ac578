#include "publish/diia/registrationjournal.h"

#include "core/timetext.h"
#include "publish/journal/journalfile.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr int fileVersion = 1;

RegistrationJournal::RegistrationJournal(const QString& folder, const QString& database, QString by)
    : m_files(folder, database)
    , m_by(std::move(by))
{
}

Result<RegistrationJournal::Known> RegistrationJournal::look(const QString& service, const TemplateValues& values) const
{
    Known known;
    const auto take = [&](QByteArrayView line) {
        const QJsonObject entry = QJsonDocument::fromJson(line.toByteArray()).object();
        if (entry["service"_L1].toString() != service || entry["name"_L1].toString() != values.name
            || entry["checksum"_L1].toString() != values.checksum)
            return;
        known = {};
        const QString state = entry["state"_L1].toString();
        known.inDoubt = state == "asking"_L1;
        if (known.inDoubt)
            known.asked = entry["at"_L1].toString() + u' ' + entry["by"_L1].toString();
        if (state == "registered"_L1)
            known.registration =
                DiiaRegistration{entry["templateId"_L1].toString(), entry["publishedAt"_L1].toString().toLongLong()};
    };
    for (const QString& path : m_files.paths(u"diia"_s)) {
        if (const auto read = JournalFile(path, fileVersion).each(take); !read)
            return fail(read.error());
    }
    return known;
}

Result<void> RegistrationJournal::asking(const QString& service, const TemplateValues& values) const
{
    return note(service, values, u"asking"_s);
}

Result<void> RegistrationJournal::refused(const QString& service, const TemplateValues& values) const
{
    return note(service, values, u"refused"_s);
}

Result<void> RegistrationJournal::registered(
    const QString& service, const TemplateValues& values, const DiiaRegistration& registration) const
{
    return note(service, values, u"registered"_s, &registration);
}

Result<void> RegistrationJournal::written(const QString& service, const TemplateValues& values) const
{
    return note(service, values, u"written"_s);
}

Result<void> RegistrationJournal::note(const QString& service, const TemplateValues& values, const QString& state,
    const DiiaRegistration* registration) const
{
    QJsonObject entry{{u"at"_s, isoTime(QDateTime::currentMSecsSinceEpoch())}, {u"by"_s, m_by}, {u"service"_s, service},
        {u"name"_s, values.name}, {u"checksum"_s, values.checksum}, {u"state"_s, state}};
    if (registration) {
        entry.insert(u"templateId"_s, registration->templateId);
        entry.insert(u"publishedAt"_s, QString::number(registration->publishedAt));
    }
    QByteArray line = QJsonDocument(entry).toJson(QJsonDocument::Compact);
    const JournalFile file(path(), fileVersion);
    line.replace(0, 1, file.head());
    return file.append(line + '\n');
}

} // namespace nc
