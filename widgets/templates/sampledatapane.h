#pragma once

#include "publish/sampledata.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace nc {

class JsonEditor;

/// The parameters that the preview is made with, as JSON; says what the template lacks in them and what it never reads.
class SampleDataPane : public QWidget {
    Q_OBJECT

public:
    explicit SampleDataPane(QWidget* parent = nullptr);

    /// Does not emit edited().
    void setJson(const QByteArray& json);
    QByteArray json() const;
    void setFindings(const SampleFindings& findings);
    void retranslate();

Q_SIGNALS:
    void edited(const QByteArray& json);
    /// Make a set that has everything the template reads.
    void generateAsked();

private:
    void showFindings();

    QLabel* m_heading;
    QPushButton* m_generate;
    JsonEditor* m_editor;
    QLabel* m_status;
    SampleFindings m_findings;
    bool m_loading = false;
};

} // namespace nc
