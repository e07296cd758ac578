#pragma once

#include "failures/sending/whogot.h"

#include <QWidget>

class QLabel;

namespace nc {

class DataTable;
class StateView;
class WhoGotModel;

/// Who already got what of a failed record: asked for when somebody looks, because topics have to be read for it.
class WhoGotView : public QWidget {
    Q_OBJECT

public:
    explicit WhoGotView(const QString& name, QWidget* parent = nullptr);

    /// Another record: nothing is known yet. Asks at once when it is in sight.
    void forget();
    void showLoading(std::function<void()> cancel);
    void setProgress(const Progress& progress);
    void show(const Result<WhoGot>& found);
    void setMasked(bool masked);
    void retranslate();

Q_SIGNALS:
    /// Somebody looks, and nothing is known.
    void wanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void ask();
    void fill();

    WhoGotModel* m_model;
    DataTable* m_table;
    QLabel* m_words;
    StateView* m_state;
    std::optional<WhoGot> m_found;
    bool m_asked = true; ///< until forget()
};

} // namespace nc
