#pragma once

#include "widgets/preview/letterviewfactory.h"

#include <QObject>

namespace nc {

class WebLetterFactory : public QObject, public LetterViewFactory {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID NcLetterViewFactory_iid)
    Q_INTERFACES(nc::LetterViewFactory)

public:
    LetterView* make(QWidget* parent) override;
};

} // namespace nc
