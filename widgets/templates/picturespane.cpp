#include "widgets/templates/picturespane.h"

#include "core/errors.h"
#include "widgets/common/confirmdialog.h"
#include "widgets/common/timewords.h"
#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QImageReader>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr int viewHeight = 160;

PicturesPane::PicturesPane(QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_hint(new QLabel(this))
    , m_view(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_insert(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    setObjectName(u"picturesPane"_s);
    setAcceptDrops(true);
    m_list->setObjectName(u"picturesList"_s);
    m_add->setObjectName(u"addPictureButton"_s);
    m_insert->setObjectName(u"insertPictureButton"_s);
    m_remove->setObjectName(u"removePictureButton"_s);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(3);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    m_hint->setWordWrap(true);
    m_view->setAlignment(Qt::AlignCenter);
    m_view->setFixedHeight(viewHeight);
    auto* row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addWidget(m_insert);
    row->addStretch(1);
    row->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::unit, metrics::unit, metrics::unit, metrics::unit);
    column->setSpacing(metrics::unit);
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addWidget(m_list, 1);
    column->addWidget(m_view);
    connect(m_add, &QPushButton::clicked, this, &PicturesPane::choose);
    connect(m_insert, &QPushButton::clicked, this, &PicturesPane::insert);
    connect(m_remove, &QPushButton::clicked, this, &PicturesPane::remove);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &PicturesPane::showChosen);
    connect(m_list, &QTreeWidget::itemActivated, this, &PicturesPane::insert);
    retranslate();
}

void PicturesPane::retranslate()
{
    m_add->setText(tr("Add a picture…"));
    m_insert->setText(tr("Insert into the letter"));
    m_remove->setText(tr("Delete"));
    m_list->setHeaderLabels({tr("Picture"), tr("Size"), tr("Remarks")});
    m_list->setAccessibleName(tr("Pictures"));
    refresh();
}

void PicturesPane::setTemplate(const QString& directory)
{
    m_directory = directory;
    refresh();
}

void PicturesPane::setContent(const QString& content)
{
    m_content = content;
    if (isVisible())
        refresh();
}

void PicturesPane::refresh()
{
    const TemplatePicture* before = chosen();
    const QString kept = before ? before->name : QString();
    m_pictures = m_directory.isEmpty() ? QList<TemplatePicture>() : templatePictures(m_directory, m_content);
    m_list->clear();
    const Colors& c = colorsFor(palette());
    qint64 sum = 0;
    for (const TemplatePicture& picture : std::as_const(m_pictures)) {
        QStringList remarks;
        if (picture.isLarge())
            remarks += tr("large: many mail programs cut such letters off");
        if (!picture.isJpeg)
            remarks += tr("not a JPEG, but sent as one");
        if (!picture.isUsed)
            remarks += tr("not used");
        auto* item = new QTreeWidgetItem(m_list, {picture.name, byteSize(picture.size), remarks.join(u"; "_s)});
        item->setSizeHint(0, {0, metrics::rowHeight});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, picture.path);
        item->setToolTip(2, remarks.join(u'\n'));
        if (picture.isLarge() || !picture.isJpeg) {
            item->setForeground(2, c.warning);
            item->setIcon(2, icon(Icon::Warning, Tint::Warning));
        } else if (!picture.isUsed) {
            item->setForeground(2, c.muted);
        }
        if (picture.name == kept)
            m_list->setCurrentItem(item);
        sum += picture.isUsed ? picture.size : 0;
    }
    m_hint->setText(
        m_pictures.isEmpty() ? tr(
            "This letter has no pictures. Drop a file here, or add one: it is copied into images/ and becomes part of "
            "the letter.")
                             : tr("The letter carries %1 of pictures; on its way it is a third larger, and over 1 MB "
                                  "it is not delivered.")
                                   .arg(byteSize(sum)));
    showChosen();
}

const TemplatePicture* PicturesPane::chosen() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_pictures.size() ? &m_pictures[row] : nullptr;
}

void PicturesPane::showChosen()
{
    const TemplatePicture* picture = chosen();
    m_insert->setEnabled(picture);
    m_remove->setEnabled(picture);
    m_view->clear();
    m_view->setVisible(picture);
    if (!picture)
        return;
    // A picture of many gigapixels is not unpacked.
    QImageReader reader(picture->path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid())
        reader.setScaledSize(size.scaled(QSize(2 * viewHeight, viewHeight).boundedTo(size), Qt::KeepAspectRatio));
    const QImage image = reader.read();
    if (image.isNull())
        m_view->setText(tr("No preview"));
    else
        m_view->setPixmap(QPixmap::fromImage(image));
    m_view->setToolTip(size.isValid() ? tr("%1 × %2 pixels").arg(size.width()).arg(size.height()) : QString());
}

void PicturesPane::add(const QStringList& files)
{
    bool any = false;
    for (const QString& file : files) {
        const auto added = addPicture(m_directory, file);
        if (added)
            any = true;
        else
            Q_EMIT failed(added.error());
    }
    refresh();
    if (any)
        Q_EMIT changed();
}

void PicturesPane::choose()
{
    auto* dialog = new QFileDialog(
        this, tr("Add a picture"), {}, tr("Pictures (%1)").arg(u"*.jpg *.jpeg *.png *.gif *.webp *.svg"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &PicturesPane::add);
    dialog->open();
}

void PicturesPane::remove()
{
    const TemplatePicture* picture = chosen();
    if (!picture)
        return;
    Confirmation question;
    question.title = tr("Delete %1").arg(picture->name);
    question.text = picture->isUsed ? tr("The letter uses this picture; without it the letter cannot be published.")
                                    : tr("The letter does not use this picture.");
    question.actionText = question.title;
    question.destroys = true;
    ConfirmDialog::ask(this, question, [this, path = picture->path](const QString&) {
        QFile file(path);
        if (!file.moveToTrash() && !file.remove())
            Q_EMIT failed({errors::cannotWrite, path, file.errorString()});
        refresh();
        Q_EMIT changed();
    });
}

void PicturesPane::insert()
{
    if (const TemplatePicture* picture = chosen())
        Q_EMIT insertAsked(pictureTag(*picture));
}

void PicturesPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        refresh();
}

void PicturesPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void PicturesPane::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files += url.toLocalFile();
    }
    event->acceptProposedAction();
    add(files);
}

} // namespace nc
