#pragma once

#include "core/epochms.h"
#include "core/error.h"
#include "core/task.h"
#include "widgets/style/icons.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QStackedLayout;

namespace nc {

class StatePanel;

/// Holds a page's content and stands in for it while there is none: nothing here yet, loading, failed, no right; and
/// says above the content since when it is stale. Every page has one; so may parts of a page.
class StateView : public QWidget {
    Q_OBJECT

public:
    explicit StateView(QWidget* content, QWidget* parent = nullptr);

    void showContent();
    /// One sentence, and the one action that helps (`run` empty: none).
    void showEmpty(
        Icon drawing, const QString& sentence, const QString& actionText = {}, std::function<void()> run = {});
    /// The same with a sentence that follows the language.
    void showEmpty(Icon drawing, std::function<QString()> say);
    /// A second way out of the state that is shown.
    void offer(const QString& text, std::function<void()> run);
    /// `what` is being loaded; shown only after 200 ms, so that quick answers do not flicker.
    void showLoading(const QString& what, std::function<void()> cancel = {});
    /// The same in another language, while that is what is shown; keeps progress and cancel.
    void setLoadingText(const QString& what);
    void setProgress(const Progress& progress);
    /// What, why, what to do; "Try again" when `retry` is given. The words follow the language.
    void showFailed(const Error& error, std::function<void()> retry = {});
    /// Nobody has chosen a profile yet; offers to.
    void showNoProfile(Icon drawing);
    /// The profile does not name what is needed; `say` says what that is. Offers to edit it.
    void showNotInProfile(Icon drawing, std::function<QString()> say);
    /// `right`: which one is missing; `whom`: whom to ask for it.
    void showNoRight(const QString& right, const QString& whom);

    /// Content stays, a line above says since when it is old and why. Ends with the next showContent().
    void showStale(EpochMs since, const Error& reason, std::function<void()> retry = {});

    enum class State { Content, Empty, Loading, Failed, NoRight };
    State state() const { return m_state; }
    bool isStale() const;

Q_SIGNALS:
    /// The profile is to be chosen or changed. The window opens the profiles.
    void profileWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setState(State state);
    void fillFailed();
    void fillLoading();
    void fillStale();
    void fillEmpty();
    void offerProfile();

    State m_state = State::Content;
    QStackedLayout* m_stack;
    QWidget* m_content;
    StatePanel* m_panel;
    QWidget* m_staleBar = nullptr;
    QLabel* m_staleText = nullptr;
    QWidget* m_contentHolder;
    std::optional<Error> m_error;
    std::function<void()> m_retry;
    std::function<void()> m_cancel;
    QString m_loading;
    std::function<QString()> m_say; ///< the sentence of an empty state, in the language of the moment
    std::function<QString()> m_sayAction; ///< what opens the profiles
    Icon m_drawing = Icon::Profile;
    bool m_told = false; ///< that something is being loaded
    EpochMs m_staleSince = 0;
    quint64 m_generation = 0;
};

} // namespace nc
