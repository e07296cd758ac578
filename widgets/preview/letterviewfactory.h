#pragma once

#include "widgets/preview/letterview.h"

#include <QtPlugin>

namespace nc {

/// What the loadable part gives.
class LetterViewFactory {
public:
    virtual ~LetterViewFactory() = default;
    virtual LetterView* make(QWidget* parent) = 0;
};

} // namespace nc

#define NcLetterViewFactory_iid "ua.registry.notification-console.LetterViewFactory/1"
Q_DECLARE_INTERFACE(nc::LetterViewFactory, NcLetterViewFactory_iid)
