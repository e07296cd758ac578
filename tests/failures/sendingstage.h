#pragma once

#include "events.h"
#include "failures/deliveries/deliverystore.h"
#include "failures/facts/platformtopics.h"
#include "failures/letters/deadletterstore.h"
#include "failures/letters/letterfilter.h"
#include "failures/sending/sender.h"
#include "testsandbox.h"

#include <QJsonArray>
#include <QTest>

/// Events that failed, as dead letters or as failed deliveries, and a run over them: what a run promises it promises
/// over both.
class SendingStage {
public:
    enum class Of { DeadLetters, FailedDeliveries };

    /// Rows of a test that holds over both.
    static void overBoth()
    {
        QTest::addColumn<int>("of");
        QTest::newRow("dead letters") << int(Of::DeadLetters);
        QTest::newRow("failed deliveries") << int(Of::FailedDeliveries);
    }

protected:
    void openSandbox()
    {
        m_sandbox = std::make_unique<nc::test::TestSandbox>();
        m_access = m_sandbox->profile().kafka;
    }
    /// So many of them, each of its own process instance; `bytes` makes the one with that number so large.
    void fail(Of of, int count, const QMap<int, int>& bytes = {})
    {
        m_of = of;
        m_process = m_sandbox->uniqueName(QStringLiteral("sending"));
        QList<nc::Record> records;
        for (int i = 0; i < count; ++i) {
            nc::Record dead = letters::deadLetter(m_process + u'-' + QString::number(i));
            if (const int size = bytes.value(i))
                dead.value->replace("\"name\":\"Ann\"", "\"name\":\"" + QByteArray(size, 'x') + '"');
            records.append(of == Of::DeadLetters ? dead : letters::auditOf(dead, false));
        }
        QVERIFY(letters::write(m_access, records));
    }
    /// Sends what failed; `set` changes the request, whichever it is.
    template <class Set>
    nc::Result<nc::ReplaySummary> send(Set set, bool dryRun = false, const nc::TaskContext& task = {})
    {
        m_results.clear();
        const auto tell = [this](const QList<nc::ReplayResult>& some) {
            m_results += some;
            if (m_told)
                m_told();
        };
        if (m_of == Of::DeadLetters) {
            nc::LetterQuery query;
            query.topic = QStringLiteral("user-notifications.DLT");
            query.filter = *nc::RecordFilter::parse(QStringLiteral("process: ") + m_process, nc::letterFields());
            nc::ReplayRequest request;
            request.topic = query.topic;
            request.filter = nc::letterTest(query);
            set(request);
            return run(request, dryRun, tell, task);
        }
        nc::ResendRequest request;
        request.filter = *nc::RecordFilter::parse(QStringLiteral("process: ") + m_process, nc::deliveryFields());
        set(request);
        return run(request, dryRun, tell, task);
    }
    /// How many events of them stand in user-notifications.
    int sent() const
    {
        int count = 0;
        for (const nc::Record& record : letters::readAll(m_access, QStringLiteral("user-notifications")))
            count += record.value && record.value->contains(m_process.toUtf8()) ? 1 : 0;
        return count;
    }
    template <class Request>
    nc::Result<nc::ReplaySummary> run(
        const Request& request, bool dryRun, const nc::SendingResults& tell, const nc::TaskContext& task) const
    {
        const auto sender = nc::Sender::open(m_access);
        return dryRun ? (*sender)->tryOut(request, tell, task) : (*sender)->send(request, tell, task);
    }
    QString topic() const
    {
        return m_of == Of::DeadLetters ? QStringLiteral("user-notifications.DLT") : nc::auditTopic();
    }

    std::unique_ptr<nc::test::TestSandbox> m_sandbox;
    nc::KafkaAccess m_access;
    Of m_of = Of::DeadLetters;
    QString m_process;
    QList<nc::ReplayResult> m_results;
    std::function<void()> m_told; ///< called in the sending thread
};
