#include "gui/options.h"

#include "connections/configfolder.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace nc::gui {

static void declare(QCommandLineParser& parser)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("gui", text); };
    parser.setApplicationDescription(
        say(QT_TRANSLATE_NOOP("gui", "Notification templates, channels, topics and failures of a registry.")));
    parser.addOption({u"profile"_s, say(QT_TRANSLATE_NOOP("gui", "Profile to work with.")), u"name"_s});
    parser.addOption({u"config-dir"_s, say(QT_TRANSLATE_NOOP("gui", "Folder of settings and profiles.")), u"folder"_s});
    parser.addOption({u"lang"_s, say(QT_TRANSLATE_NOOP("gui", "Language of the window.")), u"uk|en"_s});
    parser.addOption({u"tour"_s,
        say(QT_TRANSLATE_NOOP(
            "gui", "Walk through the window on the sandbox and leave a picture of each step in this folder.")),
        u"folder"_s});
    parser.addOption(
        {u"tour-size"_s, say(QT_TRANSLATE_NOOP("gui", "Size of the tour's pictures in pixels.")), u"1360x860"_s});
    parser.addOption({{u"v"_s, u"version"_s}, say(QT_TRANSLATE_NOOP("gui", "Show the version."))});
    parser.addOption({{u"h"_s, u"help"_s}, say(QT_TRANSLATE_NOOP("gui", "Show this help."))});
}

std::expected<Options, QString> readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return std::unexpected(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return std::unexpected(
            QCoreApplication::translate("gui", "“%1” is not understood.").arg(parser.positionalArguments().first()));
    Options options;
    options.profile = parser.value(u"profile"_s);
    options.configFolder = nc::configFolder(parser.value(u"config-dir"_s));
    options.tour = parser.value(u"tour"_s);
    if (parser.isSet(u"tour-size"_s)) {
        const QStringList sides = parser.value(u"tour-size"_s).split(u'x');
        options.tourSize = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
        if (options.tourSize.width() < 400 || options.tourSize.height() < 300)
            return std::unexpected(
                QCoreApplication::translate("gui", "--tour-size is like 1360x860, and not below 400x300"));
    }
    options.version = parser.isSet(u"version"_s);
    options.help = parser.isSet(u"help"_s);
    const QString language = parser.value(u"lang"_s);
    if (parser.isSet(u"lang"_s) && language != u"uk" && language != u"en")
        return std::unexpected(QCoreApplication::translate("gui", "--lang is uk or en"));
    if (language == u"uk")
        options.language = Language::Ukrainian;
    else if (language == u"en")
        options.language = Language::English;
    return options;
}

QString optionsHelp()
{
    QCommandLineParser parser;
    declare(parser);
    return parser.helpText();
}

} // namespace nc::gui
