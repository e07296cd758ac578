#pragma once

#include "events.h"
#include "failures/letters/deadletterstore.h"
#include "failureswindow.h"
#include "testsandbox.h"
#include "whole.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QPushButton>

/// A topic of dead letters, the page on it, and the dialog that sends them again.
class SendDialogStage {
protected:
    void openSandbox()
    {
        m_sandbox = std::make_unique<nc::test::TestSandbox>();
        m_access = m_sandbox->profile().kafka;
    }
    FailuresWindow& w() const { return *m_window; }

    /// The page on the dead letters of a topic, as far as they pass the filter.
    void start(const QString& topic, int letters, const QString& filter = {}, bool production = false)
    {
        using namespace Qt::StringLiterals;
        m_window = std::make_unique<FailuresWindow>(m_sandbox->profile(), production);
        QTRY_VERIFY(w().page());
        w().page()->open({{u"tab"_s, u"letters"_s}, {u"topic"_s, topic}, {u"filter"_s, filter}});
        auto* table = w().find<nc::DataTable>(u"letterTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(w().find<QComboBox>(u"letterTopic"_s)->currentData().toString(), topic, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), letters, 20'000);
    }
    /// Synthetic letters of one cause in a topic of their own.
    void fill(int count)
    {
        using namespace Qt::StringLiterals;
        m_target = m_sandbox->makeTopic(u"send"_s, 1, true);
        m_topic = m_target + u".DLT"_s;
        QVERIFY(letters::fill(m_access, m_topic, m_target, count, 1));
    }
    void openDialog()
    {
        using namespace Qt::StringLiterals;
        w().click(w().find<QPushButton>(u"replayActionButton"_s));
        QTRY_VERIFY(w().inDialog<QPushButton>(u"replayGo"_s));
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s) != u"Looking what would go…"_s, 30'000);
    }
    void go()
    {
        using namespace Qt::StringLiterals;
        QTRY_VERIFY_WITH_TIMEOUT(w().isReady<QPushButton>(u"replayGo"_s), 30'000);
        w().click(w().inDialog<QPushButton>(u"replayGo"_s));
    }
    void close()
    {
        using namespace Qt::StringLiterals;
        w().click(w().inDialog<QPushButton>(u"replayClose"_s));
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }
    QString goText()
    {
        using namespace Qt::StringLiterals;
        return w().inDialog<QPushButton>(u"replayGo"_s)->text();
    }
    /// The events of this process that were sent.
    QList<QJsonObject> sent() const
    {
        using namespace Qt::StringLiterals;
        QList<QJsonObject> out;
        for (const nc::Record& record : letters::readAll(m_access, u"user-notifications"_s)) {
            if (record.value && record.value->contains(m_process.toUtf8()))
                out.append(QJsonDocument::fromJson(*record.value).object());
        }
        return out;
    }
    nc::LedgerIndex ledger(const QString& topic) const
    {
        const auto store = nc::DeadLetterStore::open(m_access);
        return nc::test::whole(*(*store)->ledger(topic, {}));
    }

    std::unique_ptr<nc::test::TestSandbox> m_sandbox;
    std::unique_ptr<FailuresWindow> m_window;
    nc::KafkaAccess m_access;
    QString m_target;
    QString m_topic;
    QString m_process;
};
