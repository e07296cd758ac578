#pragma once

#include "templates/source/problem.h"

#include <QAbstractTableModel>

namespace nc {

/// Problems of one template, in the order of their places. Sentences are made by the view (roles Problem). GUI thread.
class ProblemModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SeverityColumn, PlaceColumn, CodeColumn, TextColumn, ColumnCount };

    /// `words` makes the sentence of an error in the language of the view.
    explicit ProblemModel(std::function<QString(const Error&)> words, QObject* parent = nullptr);

    /// Rows that stay are left alone, so that a selection survives the next key.
    void setProblems(const QList<Problem>& problems);
    const QList<Problem>& problems() const { return m_problems; }
    const Problem& at(int row) const { return m_problems.at(row); }
    /// The sentences anew, after a change of language.
    void reword();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::function<QString(const Error&)> m_words;
    QList<Problem> m_problems;
};

} // namespace nc
