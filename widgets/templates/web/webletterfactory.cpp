#include "widgets/templates/web/webletterfactory.h"

#include "widgets/templates/web/webletterview.h"

namespace nc {

LetterView* WebLetterFactory::make(QWidget* parent)
{
    return new WebLetterView(parent);
}

} // namespace nc
