#pragma once

#include "core/itemroles.h"

#include <QIcon>

namespace nc {

/// The line drawings in resources/icons, in the order of their names.
enum class Icon {
    Activity,
    Add,
    App,
    Branch,
    Channels,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Close,
    Command,
    Copy,
    Database,
    Desktop,
    Diff,
    Download,
    Edit,
    Error,
    Eye,
    Failures,
    Filter,
    Folder,
    Help,
    History,
    Hourglass,
    Inbox,
    Info,
    Language,
    Link,
    Lock,
    Mail,
    Menu,
    More,
    Neutral,
    Ok,
    Overview,
    Phone,
    Play,
    Profile,
    Refresh,
    Remove,
    Replay,
    Sandbox,
    Save,
    Search,
    Send,
    Server,
    Settings,
    Stop,
    Table,
    Templates,
    Theme,
    Topics,
    Trash,
    Undo,
    Upload,
    User,
    Warning,
};

/// What an icon is painted in. It follows light and dark by itself.
enum class Tint { Text, Muted, Accent, OnAccent, Ok, Warning, Error, Neutral };

/// Sharp at every size and density; tinted when painted, so it need not be made anew when the theme changes.
QIcon icon(Icon icon, Tint tint = Tint::Text);

Icon toneIcon(Tone tone);
Tint toneTint(Tone tone);

/// Name of the drawing's file without its ending.
const char* iconName(Icon icon);
inline constexpr int iconCount = 59;

} // namespace nc
