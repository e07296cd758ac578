#pragma once

#include "failures/deliveries/deliveryhistory.h"
#include "failures/sending/replayrequest.h"
#include "failures/sending/sendingresult.h"

#include <QByteArrayView>
#include <QSet>

namespace nc {

/// "Should it go" (docs/architecture.md): shelf life, who already got what, and narrowing to the people and channels
/// that neither holds. Only records of the
/// service's own topics are judged. Made before a run, asked in the reading thread.
class SendingRules {
public:
    /// Judges nothing.
    SendingRules() = default;
    /// `now` in epoch milliseconds. `templates`: the published ones, as `channel/name`; nothing: they could not be
    /// read, so any channel may have one.
    SendingRules(const ReplayRequest& request, DeliveryHistory history, qint64 now,
        std::optional<QSet<QString>> templates = {});

    /// False when look() surely has nothing to say; costs next to nothing.
    bool concerns(QByteArrayView value, const QString& target) const;

    struct Finding {
        SkipReason skip = SkipReason::None;
        QList<QByteArray> events; ///< what goes instead of the value; empty: the value
    };
    /// `value` as it would go to `target`; tells `facts` what it found.
    Finding look(const DeadLetter& letter, const QString& target, const QByteArray& value, ReplayFacts& facts) const;

private:
    /// Epoch milliseconds: when the event was asked for, and when it was dead-lettered.
    struct Moments {
        qint64 since = -1;
        qint64 failed = -1;
    };
    Finding lookAtEvent(const QJsonObject& json, const QByteArray& value, Moments moments, ReplayFacts& facts) const;
    Finding lookAtRecord(const QString& channel, const QJsonObject& json, qint64 since, ReplayFacts& facts) const;
    /// Where the preferences may lead: the channels that have a template of that name.
    QStringList possibleChannels(const QString& name) const;
    QStringList lateAmong(const QStringList& channels, qint64 since, ReplayFacts& facts) const;

    bool m_sendsLate = false;
    bool m_sendsAgain = false;
    bool m_sendsToNobodyNew = false;
    bool m_narrow = false;
    ShelfLives m_lives;
    DeliveryHistory m_history;
    std::optional<QSet<QString>> m_templates;
    qint64 m_now = 0;
};

} // namespace nc
