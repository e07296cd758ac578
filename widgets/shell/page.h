#pragma once

#include "connections/workspace.h"
#include "core/deliver.h"
#include "core/taskrunner.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/pageheader.h"
#include "widgets/shell/asking.h"

#include <QFuture>
#include <QVariantMap>
#include <QWidget>

class QVBoxLayout;

namespace nc {

class AskedGate;
struct Confirmation;
enum class Operation;

/// The six places of the rail, in its order.
enum class PageId { Overview, Channels, Templates, Topics, Failures, Activity };
inline constexpr int pageCount = 6;

/// One page of the window: header, notices, content. Made when it is first shown; lives until the window closes.
/// A page holds no logic of its own: it starts work of the models through run() and shows what comes back.
///
/// A derived page builds its widgets in the constructor, registers its actions by addPageAction(), calls retranslate()
/// at the end of the constructor, and loads in refresh(), which the shell calls when the page is first shown, on F5,
/// and after the profile has changed (at once when the page is seen, else when it is seen next).
class Page : public QWidget {
    Q_OBJECT

public:
    Page(PageId id, Workspace& workspace, QWidget* parent = nullptr);

    PageId id() const { return m_id; }
    /// As the rail has it.
    static QString titleOf(PageId id);
    static const char* englishTitleOf(PageId id);

    /// F5, first show, another profile. Starts loading and returns at once.
    virtual void refresh() = 0;
    /// Ctrl+F.
    virtual void focusFilter() { }
    /// Somebody followed a link to here, e.g. {"topic": "email-notifications", "filter": "…"}; the page documents its
    /// keys. Called after the page is shown.
    virtual void open(const QVariantMap& target) { Q_UNUSED(target) }
    /// Came into sight, went out of sight (stop polling).
    virtual void activated() { }
    virtual void deactivated() { }
    /// False keeps the window open: something is unsaved, and the page has said so.
    virtual bool mayClose() { return true; }

    /// In the palette and, if it has a shortcut, active while the page is in sight. `english` stands in QT_TR_NOOP();
    /// the base translates it, and the palette finds it in both languages.
    QAction* addPageAction(
        const QString& objectName, const char* english, const QIcon& icon = {}, const QKeySequence& shortcut = {});
    QList<QAction*> pageActions() const { return m_actions; }

Q_SIGNALS:
    /// A link to another page.
    void navigate(nc::PageId page, const QVariantMap& target);

protected:
    /// Sets every text anew; called after the language has changed. The base sets the title and the texts of the page's
    /// actions; pages call it first.
    virtual void retranslate();
    void changeEvent(QEvent* event) override;

    Workspace& workspace() const { return m_workspace; }
    PageHeader* header() const { return m_header; }
    NoticeBar* notices() const { return m_notices; }
    /// Where the content goes, under header and notices.
    QVBoxLayout* body() const { return m_body; }

    /// Runs `work(TaskContext&) -> Result<T>` off the GUI thread and hands its result to `done(Result<T>)` here, unless
    /// the page is gone or another profile was chosen meanwhile. `visible`: in the task bar, for what takes time.
    template <class Work, class Done>
    quint64 run(const QString& kind, const QString& subject, Work work, Done done, bool visible = true)
    {
        using ResultType = std::invoke_result_t<Work&, TaskContext&>;
        using T = typename ResultType::value_type;
        auto started = m_workspace.tasks().start<T>(kind, subject, std::move(work), visible);
        deliver(started.future, this,
            [this, generation = m_workspace.generation(), done = std::move(done)](ResultType result) mutable {
                if (generation == m_workspace.generation())
                    done(std::move(result));
            });
        return started.id;
    }
    /// Like run(), shows nothing in the task bar.
    template <class Work, class Done>
    quint64 load(const QString& kind, const QString& subject, Work work, Done done)
    {
        return run(kind, subject, std::move(work), std::move(done), false);
    }
    void cancel(quint64 task) { m_workspace.tasks().cancel(task); }

    /// Before anything is changed: askGate(), once a read-only profile has said that it cannot.
    void confirm(Operation operation, const QString& subject, Confirmation confirmation,
        std::function<void(const AskedGate&)> passed, Asking asking = Asking::Always);
    /// Says why when the profile is read-only; for what changes without a dialog.
    bool mayWrite();

private:
    PageId m_id;
    Workspace& m_workspace;
    PageHeader* m_header;
    NoticeBar* m_notices;
    QVBoxLayout* m_body;
    QList<QAction*> m_actions;
};

} // namespace nc
