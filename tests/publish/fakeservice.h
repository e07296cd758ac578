#pragma once

#include "webserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/// notification-service's store as docs/contracts.md, sections 3 and 11, describe it: PUT, GET, DELETE, an access
/// token, wrong input is 500, createdAt null in the answer to a PUT, `;` ends the path, `%20` is decoded once more.
class FakeService {
public:
    enum class Fault { None, CutAfterWriting, CutBeforeWriting, Hang, ServerError, Garbage };

    FakeService()
        : m_server([this](const WebServer::Request& request) { return answer(request); })
    {
    }
    QString url() const { return m_server.url(); }
    void set(Fault fault, int afterPuts = 0)
    {
        const QMutexLocker lock(&m_mutex);
        m_fault = fault;
        m_after = afterPuts;
    }
    QJsonObject row(const QString& key) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_rows.value(key);
    }
    qsizetype size() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_rows.size();
    }
    int puts() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_puts;
    }

private:
    WebServer::Reply answer(const WebServer::Request& request)
    {
        const QMutexLocker lock(&m_mutex);
        if (request.headers.value("x-access-token") != "secret")
            return {401, "{\"code\":\"AUTHENTICATION_FAILED\",\"message\":\"No token\"}"};
        const QByteArray prefix = "/api/notifications/templates/";
        if (!request.path.startsWith(prefix))
            return {404};
        if (m_fault == Fault::Garbage)
            return {200, "<html>"};
        if (request.method == "GET") {
            QJsonArray all;
            for (QJsonObject row : m_rows) {
                row.remove(u"content"_s);
                row.remove(u"attributes"_s);
                all.append(row);
            }
            return {200, QJsonDocument(all).toJson()};
        }
        const bool struck = m_fault != Fault::None && m_after-- <= 0;
        if (struck && m_fault == Fault::CutBeforeWriting)
            return {.cut = true};
        if (struck && m_fault == Fault::Hang)
            return {.hang = true};
        if (struck && m_fault == Fault::ServerError)
            return {500, "{\"code\":\"RUNTIME_ERROR\",\"message\":\"Something broke\"}"};
        const QByteArray rest = QByteArray::fromPercentEncoding(request.path.mid(prefix.size()));
        if (request.method == "DELETE") {
            const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                [&](const QJsonObject& row) { return row[u"id"].toString().toUtf8() == rest; });
            if (found == m_rows.end())
                return {500, "{}"};
            m_rows.erase(found);
            return {204};
        }
        const QJsonObject sent = QJsonDocument::fromJson(request.body).object();
        if (!sent[u"content"].isString())
            return {500, "{\"message\":\"content must not be null\"}"};
        ++m_puts;
        const QString channel = QString::fromUtf8(rest.left(rest.indexOf(':')));
        const QString name = QString::fromUtf8(rest.mid(rest.indexOf(':') + 1));
        QJsonObject row = m_rows.value(channel + u'/' + name);
        const QByteArray content = sent[u"content"].toString().toUtf8();
        // fixed time: the console only shows what the service says here and below.
        if (row.isEmpty())
            row = {{u"id"_s, u"id-%1"_s.arg(++m_ids)}, {u"createdAt"_s, u"2026-11-22T10:00:00.5"_s}};
        for (const QString& field : {u"title"_s, u"content"_s, u"attributes"_s})
            row.insert(field, sent[field]);
        row.insert(u"channel"_s, channel);
        row.insert(u"name"_s, name);
        row.insert(
            u"checksum"_s, QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()));
        row.insert(u"updatedAt"_s, u"2026-11-22T10:00:01"_s);
        m_rows.insert(channel + u'/' + name, row);
        if (struck && m_fault == Fault::CutAfterWriting)
            return {.cut = true};
        row.insert(u"createdAt"_s, QJsonValue());
        return {200, QJsonDocument(row).toJson()};
    }

    mutable QMutex m_mutex;
    QMap<QString, QJsonObject> m_rows;
    Fault m_fault = Fault::None;
    int m_after = 0;
    int m_ids = 0;
    int m_puts = 0;
    WebServer m_server;
};
