#pragma once

#include "webserver.h"

#include <QJsonDocument>
#include <QJsonObject>

/// Diia's API as docs/contracts.md, section 3 has it, with faults on demand.
class FakeDiia {
public:
    enum class Fault { None, Forbidden, ServerError, Garbage, Hang, CutAfterRegistering, CutBeforeAnswering, OldToken };

    FakeDiia()
        : m_server([this](const WebServer::Request& request) { return answer(request); })
    {
    }

    QString url() const { return m_server.url() + QStringLiteral("/"); }
    static QString partnerToken() { return QStringLiteral("part/ner token"); }

    void set(Fault fault, int times = 1000)
    {
        const QMutexLocker lock(&m_mutex);
        m_fault = fault;
        m_times = times;
    }
    /// Bodies of all templates that were registered.
    QList<QByteArray> registered() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_registered;
    }
    int tokensGiven() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_tokens;
    }
    /// Called in the server's thread when a template was registered, before the answer.
    std::function<void()> onRegistered;

private:
    WebServer::Reply answer(const WebServer::Request& request)
    {
        QMutexLocker lock(&m_mutex);
        if (request.method == "GET" && request.path.startsWith("/api/v1/auth/partner/")) {
            if (QByteArray::fromPercentEncoding(request.path.mid(21)) != partnerToken().toUtf8())
                return {403, forbidden("Partner unknown")};
            ++m_tokens;
            return {200, "{\"token\":\"session-" + QByteArray::number(m_tokens) + "\"}"};
        }
        if (request.method != "POST" || request.path != "/api/v1/notification/template")
            return {404, "{}"};
        if (request.headers.value("authorization") != "Bearer session-" + QByteArray::number(m_tokens))
            return {403, forbidden("Token is not valid")};
        const Fault fault = m_times-- > 0 ? m_fault : Fault::None;
        switch (fault) {
        case Fault::Forbidden:
            return {403, forbidden("actionType is not allowed")};
        case Fault::ServerError:
            return {500, "oops"};
        case Fault::Garbage:
            return {200, "<html>It works!</html>"};
        case Fault::Hang:
            return {.hang = true};
        case Fault::CutBeforeAnswering:
            return {.cut = true};
        case Fault::OldToken:
            return {401, "{}"};
        default:
            break;
        }
        m_registered.append(request.body);
        const int number = int(m_registered.size());
        lock.unlock();
        if (onRegistered)
            onRegistered();
        if (fault == Fault::CutAfterRegistering)
            return {.cut = true};
        return {201, "{\"templateId\":\"diia-" + QByteArray::number(number) + "\"}"};
    }
    static QByteArray forbidden(const QByteArray& message)
    {
        return "{\"name\":\"ForbiddenError\",\"message\":\"" + message + "\",\"code\":403,\"data\":{}}";
    }

    mutable QMutex m_mutex;
    Fault m_fault = Fault::None;
    int m_times = 0;
    int m_tokens = 0;
    QList<QByteArray> m_registered;
    WebServer m_server;
};
