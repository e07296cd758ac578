#include "git/gitplace.h"

#include "git/errors.h"
#include "git/gittrust.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <git2.h>
#include <git2/sys/repository.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Once a process. Whose a clone is is judged here, not by the library: it knows no list of ours, and its switch is for
/// all threads at once.
void startLibrary()
{
    static const int started = [] {
        const int count = git_libgit2_init();
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        // What changes nothing about reading commits, index and working copy.
        std::array extensions{"worktreeconfig", "partialclone", "preciousobjects"};
        git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions.data(), extensions.size());
        return count;
    }();
    Q_UNUSED(started)
}

std::optional<struct stat> statOf(const QString& path)
{
    struct stat found { };
    return ::lstat(QFile::encodeName(path).constData(), &found) == 0 ? std::optional(found) : std::nullopt;
}

bool isMine(uint owner)
{
    const uid_t me = ::geteuid();
    if (owner == me)
        return true;
    // As git: what belongs to the one who called sudo is not foreign to root.
    bool isNumber = false;
    const uint caller = qEnvironmentVariable("SUDO_UID").toUInt(&isNumber);
    return me == 0 && isNumber && owner == caller;
}

/// `safe.directory` counts only where the clone itself has no say: system and user.
bool isSafeDirectory(const QString& top)
{
    git_config* config = nullptr;
    if (git_config_open_default(&config) != 0)
        return false;
    bool safe = false;
    struct Look {
        QByteArray top;
        bool* safe;
    } look{QFile::encodeName(top), &safe};
    git_config_get_multivar_foreach(
        config, "safe.directory", nullptr,
        [](const git_config_entry* entry, void* payload) {
            const auto* wanted = static_cast<Look*>(payload);
            const QByteArray value(entry->value ? entry->value : "");
            if (value.isEmpty())
                *wanted->safe = false; // an empty one takes back those before it
            else if (value == "*" || QDir::cleanPath(QFile::decodeName(value)) == QFile::decodeName(wanted->top))
                *wanted->safe = true;
            return 0;
        },
        &look);
    git_config_free(config);
    return safe;
}

/// The first owner among these paths who is somebody else.
std::optional<uint> foreignOwner(std::initializer_list<QString> paths)
{
    for (const QString& path : paths) {
        const auto found = statOf(path);
        if (found && !isMine(found->st_uid))
            return found->st_uid;
    }
    return std::nullopt;
}

QString nameOf(uint owner)
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwuid_r(owner, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return u"uid "_s + QString::number(owner);
}

Result<GitPlace> taken(GitHandle handle, const QString& top)
{
    GitPlace place{std::move(handle), top, {}, {}};
    place.gitFolder = QDir::cleanPath(QFile::decodeName(git_repository_path(place.handle.get())));
    const char* files = git_repository_workdir(place.handle.get());
    if (!files)
        return fail(errors::notARepository, top);
    const QString elsewhere = QFileInfo(QFile::decodeName(files)).canonicalFilePath();
    if (elsewhere != top)
        return fail(errors::worktreeElsewhere, top, QFile::decodeName(files));
    place.foreignOwner = foreignOwner({top, top + u"/.git"_s, place.gitFolder});
    if (place.foreignOwner && isSafeDirectory(top))
        place.foreignOwner.reset();
    return place;
}

} // namespace

void GitRepositoryFree::operator()(git_repository* repository) const
{
    git_repository_free(repository);
}

QString gitWords()
{
    const git_error* error = git_error_last();
    return error && error->message ? QString::fromUtf8(error->message) : QString();
}

Result<GitPlace> findClone(const QString& folder)
{
    startLibrary();
    const QFileInfo given(folder);
    QString at = (given.isDir() ? given : QFileInfo(given.absolutePath())).canonicalFilePath();
    const auto start = statOf(at);
    while (!at.isEmpty() && start) {
        const auto here = statOf(at);
        if (!here || here->st_dev != start->st_dev)
            break;
        if (statOf(at + u"/.git"_s)) {
            git_repository* opened = nullptr;
            // That one alone: a folder that looks like a bare repository besides is none.
            const int code = git_repository_open_ext(&opened, QFile::encodeName(at + u"/.git"_s).constData(),
                GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT, nullptr);
            GitHandle handle(opened);
            if (code == 0)
                return taken(std::move(handle), at);
            // A folder that is no repository is passed by, as git does; a file that leads nowhere is not.
            if (code != GIT_ENOTFOUND || !QFileInfo(at + u"/.git"_s).isDir())
                return fail(errors::unreadableClone, at, gitWords());
        }
        if (at == u"/")
            break;
        at = QFileInfo(at).path();
    }
    return fail(errors::notARepository, folder);
}

Result<GitPlace> openClone(const QString& folder)
{
    auto place = findClone(folder);
    if (place && place->foreignOwner && !gittrust::isTrusted(place->top, *place->foreignOwner))
        return fail(errors::foreignClone, place->top, nameOf(*place->foreignOwner));
    return place;
}

} // namespace nc
