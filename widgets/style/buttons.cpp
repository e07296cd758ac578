#include "widgets/style/buttons.h"

#include <QAbstractButton>
#include <QVariant>

namespace nc {

static constexpr auto property = "ncButtonKind";

void setButtonKind(QAbstractButton* button, ButtonKind kind)
{
    button->setProperty(property, static_cast<int>(kind));
    button->update();
}

ButtonKind buttonKind(const QAbstractButton* button)
{
    return button ? static_cast<ButtonKind>(button->property(property).toInt()) : ButtonKind::Normal;
}

void setTextLeft(QAbstractButton* button)
{
    button->setProperty("ncTextLeft", true);
}

bool isTextLeft(const QAbstractButton* button)
{
    return button && button->property("ncTextLeft").toBool();
}

} // namespace nc
