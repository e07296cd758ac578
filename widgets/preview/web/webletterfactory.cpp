#include "widgets/preview/web/webletterfactory.h"

#include "widgets/preview/web/webletterview.h"

namespace nc {

LetterView* WebLetterFactory::make(QWidget* parent)
{
    return new WebLetterView(parent);
}

} // namespace nc
