#pragma once

#include "connections/workspace.h"
#include "core/itemroles.h"
#include "widgets/shell/serverprobe.h"

#include <QAbstractButton>
#include <QTimer>

#include <optional>

namespace nc {

/// Whether one server answers: a dot with its name. Asks by itself (every 30 s, every 5 s while it does not answer); a
/// click asks now.
class ServerStatus : public QAbstractButton {
    Q_OBJECT

public:
    ServerStatus(ServerProbe probe, Workspace& workspace, QWidget* parent = nullptr);

    enum class State { None, Asking, Answers, Fails };
    State state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    /// Now.
    void ask();
    QSize sizeHint() const override;

Q_SIGNALS:
    void stateChanged();
    /// A click while it fails: the reason is to be told.
    void tell(const nc::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setState(State state);
    void describe();
    QString descriptionWords() const;
    Tone tone() const;

    ServerProbe m_probe;
    Workspace& m_workspace;
    State m_state = State::None;
    QString m_description;
    std::optional<Error> m_error;
    QTimer m_timer;
    bool m_busy = false;
};

} // namespace nc
