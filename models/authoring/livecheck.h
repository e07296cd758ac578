#pragma once

#include "core/taskrunner.h"
#include "preview/draftcheck.h"

#include <QTimer>

namespace nc {

/// Follows the typing: some time after the last change it checks the draft and makes its preview, off the GUI thread;
/// what has become stale meanwhile is cancelled and dropped. GUI thread.
class LiveCheck : public QObject {
    Q_OBJECT

public:
    static constexpr int checkDelay = 150; ///< milliseconds after the last key
    static constexpr int previewDelay = 40;

    LiveCheck(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent = nullptr);
    ~LiveCheck() override;

    /// Another template is looked at; what was under way is forgotten.
    void setTemplate(const TemplateDirectory& directory);
    void clear();
    /// The texts as they stand now; what is under way for earlier ones is never told. Checks and previews after their
    /// delays (`atOnce`: without).
    void setTexts(const DraftTexts& texts, bool atOnce = false);
    /// The last report is about the texts as they stand now.
    bool isCurrent() const { return m_current; }
    void setData(const QByteArray& json);
    /// No preview is made while nobody looks at it.
    void setPreviewWanted(bool wanted);
    /// What the preview is to show from now on.
    void setWish(const PreviewWish& wish);
    const PreviewWish& wish() const { return m_wish; }

Q_SIGNALS:
    void checked(const nc::DraftReport& report);
    void checkFailed(const nc::Error& error);
    void previewed(const nc::DraftPreview& preview);
    void previewFailed(const nc::Error& error);

private:
    void check();
    void preview();

    TaskRunner& m_tasks;
    std::shared_ptr<TemplateEngine> m_engine;
    std::optional<TemplateDirectory> m_directory;
    DraftTexts m_texts;
    QByteArray m_data = "{}";
    PreviewWish m_wish;
    bool m_current = false;
    bool m_previewWanted = true;
    bool m_previewPending = false;
    QTimer m_checkTimer;
    QTimer m_previewTimer;
    quint64 m_checkGeneration = 0;
    quint64 m_previewGeneration = 0;
    CancelSource m_checkCancel;
    CancelSource m_previewCancel;
};

} // namespace nc
