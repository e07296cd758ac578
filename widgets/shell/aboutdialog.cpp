#include "widgets/shell/aboutdialog.h"

#include "core/installpaths.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tonelabel.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nc {

QList<OptionalPart> optionalParts()
{
    const auto say = [](const char* text) { return QCoreApplication::translate("nc::AboutDialog", text); };
    QList<OptionalPart> parts;
#ifdef NC_HAS_WEBENGINE
    const bool webEngine = true;
#else
    const bool webEngine = false;
#endif
    parts.append({u"Qt WebEngine"_s, webEngine,
        say(QT_TRANSLATE_NOOP(
            "nc::AboutDialog", "Letters are previewed in a simple view, not as a browser shows them."))});
    parts.append({u"Java"_s, !QStandardPaths::findExecutable(u"java"_s).isEmpty(),
        say(QT_TRANSLATE_NOOP(
            "nc::AboutDialog", "Email templates cannot be prepared or previewed, and the sandbox has no Kafka."))});
    parts.append({say(QT_TRANSLATE_NOOP("nc::AboutDialog", "Template helper")),
        QFileInfo::exists(installpaths::templateEngineJar()),
        say(QT_TRANSLATE_NOOP(
            "nc::AboutDialog", "Email templates cannot be prepared, and nothing can be previewed."))});
#ifdef NC_HAS_SANDBOX
    const bool sandbox = QFileInfo::exists(installpaths::brokerFolder());
#else
    const bool sandbox = false;
#endif
    parts.append({say(QT_TRANSLATE_NOOP("nc::AboutDialog", "Sandbox")), sandbox,
        say(QT_TRANSLATE_NOOP("nc::AboutDialog", "There is no private PostgreSQL and Kafka for trying things out."))});
    return parts;
}

void AboutDialog::show(QWidget* parent)
{
    auto* dialog = new AboutDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About this program"));
    auto* mark = new QLabel(this);
    mark->setPixmap(icon(Icon::App, Tint::Accent).pixmap(QSize(48, 48), devicePixelRatioF()));
    auto* title = new QLabel(u"Registry Notification Console"_s, this);
    setTextSize(title, TextSize::Title);
    auto* version = new QLabel(
        tr("Version %1 · Qt %2 · GPL-3.0").arg(QCoreApplication::applicationVersion(), QLatin1StringView(qVersion())),
        this);
    version->setForegroundRole(QPalette::PlaceholderText);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(version);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::gap);
    top->addWidget(mark);
    top->addLayout(words, 1);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::gap);
    grid->setVerticalSpacing(metrics::unit);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const OptionalPart& part : optionalParts()) {
        auto* state = new ToneLabel(this);
        state->set(part.present ? Tone::Ok : Tone::Warning, part.present ? tr("present") : tr("missing"));
        auto* meaning = new QLabel(part.present ? QString() : part.meaning, this);
        meaning->setWordWrap(true);
        meaning->setMinimumWidth(280);
        grid->addWidget(new QLabel(part.name, this), row, 0);
        grid->addWidget(state, row, 1);
        grid->addWidget(meaning, row, 2);
        ++row;
    }
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeButton"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::wide, metrics::wide, metrics::wide, metrics::gap);
    column->setSpacing(metrics::wide);
    column->addLayout(top);
    column->addLayout(grid);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace nc
