#pragma once

#include "preview/sampledata.h"
#include "preview/samplesets.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace nc {

class JsonEditor;

/// The parameters that the preview is made with: named sets, each JSON; says what the template lacks in them (red) and
/// what it never reads (grey).
class SampleDataPane : public QWidget {
    Q_OBJECT

public:
    explicit SampleDataPane(QWidget* parent = nullptr);

    /// Does not emit edited().
    void setJson(const QByteArray& json);
    QByteArray json() const;
    void setSets(const QList<SampleSet>& sets, const QString& current);
    void setFindings(const SampleFindings& findings);
    void retranslate();

Q_SIGNALS:
    void edited(const QByteArray& json);
    /// Fill the set anew with everything the template reads.
    void generateAsked();
    /// Add what is missing.
    void completeAsked();
    void chosen(const QString& name);
    void addAsked(const QString& name);
    void duplicateAsked(const QString& name);
    void renameAsked(const QString& name);
    void removeAsked();
    void shareAsked(bool shared);
    /// A real event is to be looked for.
    void eventAsked();

private:
    void makeMenu();
    void fitButtons();
    void askName(const QString& title, const QString& proposal, void (SampleDataPane::*then)(const QString&));
    void askRemove();
    void showFindings();
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

    QLabel* m_heading;
    QComboBox* m_sets;
    QToolButton* m_more;
    QPushButton* m_takeEvent;
    QAction* m_new;
    QAction* m_duplicate;
    QAction* m_rename;
    QAction* m_generate;
    QAction* m_share;
    QAction* m_remove;
    JsonEditor* m_editor;
    QLabel* m_status;
    SampleFindings m_findings;
    bool m_loading = false;
};

} // namespace nc
