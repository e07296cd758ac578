#include "widgets/failures/sending/editdialog.h"

#include "failures/facts/valueshape.h"
#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/text/diffview.h"
#include "widgets/text/jsoneditor.h"
#include "widgets/text/jsonpretty.h"

#include <QBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace nc {

namespace {

/// Without blanks between tokens, everything else as it is: numbers and escapes keep their writing.
QByteArray withoutBlanks(const QByteArray& json)
{
    QByteArray out;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (!inText && (c == ' ' || c == '\n' || c == '\t' || c == '\r'))
            continue;
        out += c;
        if (inText && c == '\\' && i + 1 < json.size())
            out += json[++i];
        else if (c == '"')
            inText = !inText;
    }
    return out;
}

} // namespace

EditDialog::EditDialog(const QByteArray& original, const QString& target, QWidget* parent)
    : QDialog(parent)
    , m_original(prettyJson(original))
    , m_target(target)
    , m_wasDense(!original.contains('\n'))
{
    setWindowTitle(tr("Change the record before it goes to %1").arg(target));
    build(m_original);
}

EditDialog::EditDialog(const QByteArray& patch, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Change every record before it is sent"));
    build(patch.isEmpty() ? QByteArray("{\n  \"notification\": {\n    \n  }\n}\n") : patch);
}

void EditDialog::build(const QByteArray& text)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"editDialog"_s);
    m_editor = new JsonEditor(this);
    m_editor->setObjectName(u"editText"_s);
    m_editor->setAccessibleName(isPatch() ? tr("JSON merge patch") : tr("Value"));
    m_editor->setText(QString::fromUtf8(text));
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"editProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(u"editTabs"_s);
    m_tabs->addTab(m_editor, isPatch() ? tr("Merge patch") : tr("Value"));
    m_diff = nullptr;
    if (!isPatch()) {
        m_diff = new DiffView(this);
        m_diff->setTitles(tr("As it was"), tr("As it goes"));
        m_diff->setSameText(tr("Nothing is changed."));
        m_diff->setObjectName(u"editDifference"_s);
        m_diff->setAccessibleName(tr("Difference"));
        m_tabs->addTab(m_diff, tr("Difference"));
    }
    auto* hint = new QLabel(this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setText(isPatch()
            ? tr("A JSON merge patch (RFC 7386) for each record: what is named is replaced, null removes, everything "
                 "else stays. It stands in the ledger.")
            : tr("What you change stands in the ledger. The dead letter itself stays as it is."));
    m_use = new QPushButton(isPatch() ? tr("Use this patch") : tr("Use this value"), this);
    m_use->setObjectName(u"editUse"_s);
    setButtonKind(m_use, ButtonKind::Primary);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::unit);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_use);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::unit);
    column->addWidget(hint);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    resize(760, 600);
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    m_timer->setInterval(std::chrono::milliseconds(150));
    connect(m_timer, &QTimer::timeout, this, &EditDialog::check);
    connect(m_editor, &JsonEditor::textChanged, this, [this] {
        m_use->setEnabled(false);
        m_timer->start();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, [this] {
        // As it was written: the platform's own records have no blanks.
        const QByteArray typed = m_editor->text().toUtf8();
        Q_EMIT edited(m_wasDense ? withoutBlanks(typed) : typed);
        accept();
    });
    check();
}

void EditDialog::check()
{
    const QByteArray text = m_editor->text().toUtf8();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    QStringList problems;
    QList<CodeProblem> marks;
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = text.left(error.offset);
        const auto line = static_cast<int>(before.count('\n')) + 1;
        const auto column = static_cast<int>(error.offset - before.lastIndexOf('\n'));
        problems += tr("Line %1, column %2: %3").arg(line).arg(column).arg(error.errorString());
        marks.append({line, column, 1, Tone::Error, error.errorString()});
    } else if (isPatch()) {
        if (!document.isObject() || document.object().isEmpty())
            problems += tr("A patch names at least one field, in braces.");
    } else {
        if (const auto shape = shapeProblem(text, m_target))
            problems += describe(shape->error, currentLanguage());
    }
    m_editor->setProblems(marks);
    if (m_diff)
        m_diff->setTexts(m_original, text);
    const bool changed = isPatch() || text.trimmed() != m_original.trimmed();
    m_use->setEnabled(problems.isEmpty() && changed);
    QPalette p = m_problem->palette();
    p.setColor(QPalette::WindowText, problems.isEmpty() ? colorsFor(palette()).ok : colorsFor(palette()).error);
    m_problem->setPalette(p);
    m_problem->setText(!problems.isEmpty() ? problems.mid(0, 4).join(u'\n')
            : isPatch()                    ? tr("The patch is in order.")
                                           : tr("%1 can read it.").arg(m_target));
}

} // namespace nc
