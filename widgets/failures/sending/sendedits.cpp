#include "widgets/failures/sending/sendedits.h"

#include "failures/letters/letterlist.h"
#include "failures/verdicts/failurerow.h"
#include "widgets/failures/background.h"
#include "widgets/failures/sending/editdialog.h"

using namespace Qt::StringLiterals;

namespace nc {

SendEdits::SendEdits(Workspace& workspace, QString topic, QWidget* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_topic(std::move(topic))
    , m_parent(parent)
{
}

void SendEdits::edit(const QList<quint64>& going, const QString& target)
{
    if (going.size() == 1 && m_patch.isEmpty())
        editOne(going.first(), target);
    else
        editAll();
}

void SendEdits::editAll()
{
    auto* dialog = new EditDialog(m_patch, m_parent);
    connect(dialog, &EditDialog::edited, this, [this](const QByteArray& patch) {
        m_patch = patch;
        Q_EMIT changed();
    });
    dialog->open();
}

void SendEdits::editOne(quint64 place, const QString& target)
{
    const std::pair key(FailureRow::partitionOf(place), FailureRow::offsetOf(place));
    const auto work = [open = accessOf(m_workspace), topic = m_topic, key](TaskContext& task) -> Result<DeadLetter> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        const auto store = DeadLetterStore::open(access->kafka, access->localLedger);
        if (!store)
            return fail(store.error());
        return loadLetter(**store, topic, key.first, key.second, task);
    };
    const auto done = [this, key, target](const Result<DeadLetter>& letter) {
        if (!letter) {
            Q_EMIT failed(letter.error());
            return;
        }
        auto* dialog = new EditDialog(m_edits.value(key, letter->original), target, m_parent);
        connect(dialog, &EditDialog::edited, this, [this, key](const QByteArray& value) {
            m_edits.insert(key, value);
            Q_EMIT changed();
        });
        dialog->open();
    };
    runFor(this, m_workspace, u"deadletters"_s, m_topic, work, done, false);
}

} // namespace nc
