#pragma once

#include "http/httpclient.h"
#include "postgres/templaterow.h"

#include <QList>

namespace nc {

/// notification-service's own API. Lives in memory only: it carries the access token.
struct ServiceAccess {
    QString url;
    QString token;
    HttpLimits limits = {};

    /// `host:port`, for sentences and for naming the history.
    QString name() const;
};

/// The store of templates behind notification-service's HTTP API (docs/contracts.md, sections 3 and 11). Blocks; one
/// thread at a time. errors::serviceRefused (401, 403), serviceAnswer (any other status, or no JSON), errors of http.
class NotificationService {
public:
    explicit NotificationService(ServiceAccess access);

    /// All rows, without contents; times may be missing (0), attributes only where the service tells them.
    struct Row {
        TemplateRow row;
        bool attributesKnown = false;
    };
    Result<QList<Row>> rows(const TaskContext& context);

    /// What the service says it has stored; fields that it does not name are empty.
    Result<Row> put(const TemplateValues& values, const TaskContext& context);
    /// One that is not there any more is no error.
    Result<void> remove(const QString& id, const TaskContext& context);

    const QString& name() const { return m_name; }
    /// Names that the API cannot carry: `:` ends the channel, `;` ends the path, `%` is decoded twice.
    static bool canName(const QString& templateName);

private:
    QString below(const QString& path) const;
    Result<HttpResponse> send(HttpRequest request, const TaskContext& context);

    ServiceAccess m_access;
    QString m_name;
    HttpClient m_client;
};

} // namespace nc
