#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace nc::demo {

struct PublishedTemplate {
    QString channel;
    QString name;
    QString title;
    QString content;
    QList<QPair<QString, QString>> attributes;
};

struct RenderedTemplate {
    QString subject;
    QString message; ///< with marks like ⟦fullName⟧ in place of values
};

/// Which process sends a template and what it gives along.
struct TemplateUse {
    QString name;
    QString process;
    QString activity;
    int weight = 0; ///< how often it is sent
    QJsonObject parameters; ///< texts with marks
};

/// What a dead letter says of one kind of failure, as Spring and the service word it.
struct FailureWords {
    QByteArray exception;
    QByteArray cause;
    QByteArray message;
    QByteArray stacktrace;
    QString reason; ///< of the failed attempts in audit-events; empty: there are none
};

/// The files of `resources/demo/story`.
struct DemoData {
    QList<PublishedTemplate> published;
    QMap<QString, RenderedTemplate> rendered; ///< by channel/name
    QList<TemplateUse> uses;
    QMap<QString, FailureWords> failures; ///< smtp, user, poison
};

/// errors::noDemo.
Result<DemoData> loadDemo(const QString& folder);

/// The id under which the demo's Diia templates are registered.
QString externalTemplateId(const QString& name);

} // namespace nc::demo
