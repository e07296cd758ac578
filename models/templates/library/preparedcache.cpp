#include "templates/library/preparedcache.h"

#include "render/errors.h"
#include "templates/source/textfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>

#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// Part of each key: another version of the helper, of its rules or of this format makes other entries.
constexpr char version[] = "2 freemarker 2.3.31 jsoup 1.13.1\n";
constexpr qsizetype sealSize = 32;

QByteArray seal(const QByteArray& payload)
{
    return QCryptographicHash::hash(payload, QCryptographicHash::Sha256);
}

QByteArray hashOf(const QByteArray& prefix, const QByteArray& data)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(version);
    hash.addData(prefix);
    hash.addData(data);
    return hash.result().toHex();
}

} // namespace

// Not in the unnamed namespace: QList's own operators must find them.
static QDataStream& operator<<(QDataStream& out, const PreparedInput& input)
{
    return out << input.path << input.sha256 << input.size << input.isImage << input.isJpeg;
}

static QDataStream& operator>>(QDataStream& in, PreparedInput& input)
{
    return in >> input.path >> input.sha256 >> input.size >> input.isImage >> input.isJpeg;
}

static QDataStream& operator<<(QDataStream& out, const PreparedProblem& problem)
{
    return out << problem.code << problem.element << problem.reference << problem.detail;
}

static QDataStream& operator>>(QDataStream& in, PreparedProblem& problem)
{
    return in >> problem.code >> problem.element >> problem.reference >> problem.detail;
}

static QDataStream& operator<<(QDataStream& out, const TemplatePlace& place)
{
    return out << place.line << place.column << place.text;
}

static QDataStream& operator>>(QDataStream& in, TemplatePlace& place)
{
    return in >> place.line >> place.column >> place.text;
}

static QDataStream& operator<<(QDataStream& out, const TemplateVariable& variable)
{
    return out << variable.name << static_cast<quint8>(variable.kind) << variable.optional << variable.places
               << variable.lines << variable.whole;
}

static QDataStream& operator>>(QDataStream& in, TemplateVariable& variable)
{
    quint8 kind = 0;
    in >> variable.name >> kind >> variable.optional >> variable.places >> variable.lines >> variable.whole;
    variable.kind = static_cast<TemplateVariable::Kind>(std::min<quint8>(kind, 2));
    return in;
}

QString PreparedCache::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/notification-console/prepared"_s;
}

QString PreparedCache::fileOf(const char* kind, const QByteArray& key) const
{
    const QString name = QString::fromLatin1(hashOf(kind, key));
    return m_folder + u'/' + name.first(2) + u'/' + name.sliced(2);
}

QByteArray PreparedCache::read(const QString& path) const
{
    if (m_folder.isEmpty())
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    const QByteArray bytes = file.readAll();
    if (bytes.size() <= sealSize)
        return {};
    const QByteArray payload = bytes.sliced(sealSize);
    return seal(payload) == QByteArrayView(bytes).first(sealSize) ? payload : QByteArray();
}

void PreparedCache::write(const QString& path, const QByteArray& payload) const
{
    if (m_folder.isEmpty())
        return;
    const QString folder = path.section(u'/', 0, -2);
    if (!QFile::exists(folder) && !QDir().mkpath(folder))
        return;
    // Not synced to disk: what a crash tears is found by its seal. The name is nobody else's: QTemporaryFile's files
    // without a name cost three times as much.
    static std::atomic<quint64> number = 0;
    QFile file(u"%1/new-%2-%3"_s.arg(folder).arg(QCoreApplication::applicationPid()).arg(++number));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return;
    const QByteArray sealed = seal(payload) + payload;
    const bool written = file.write(sealed) == sealed.size();
    file.close();
    const QByteArray name = QFile::encodeName(file.fileName());
    if (!written || std::rename(name.constData(), QFile::encodeName(path).constData()) != 0)
        std::remove(name.constData());
}

std::optional<Prepared> PreparedCache::prepared(const QByteArray& inputsKey) const
{
    QDataStream in(read(fileOf("prepared", inputsKey)));
    Prepared result;
    QByteArray content;
    in >> result.complete >> content >> result.inputs >> result.problems;
    if (in.status() != QDataStream::Ok)
        return {};
    result.content = decodeLikeJava(content).text; // keeps a byte order mark
    return result;
}

void PreparedCache::store(const QByteArray& inputsKey, const Prepared& prepared) const
{
    QByteArray payload;
    QDataStream out(&payload, QIODevice::WriteOnly);
    out << prepared.complete << prepared.content.toUtf8() << prepared.inputs << prepared.problems;
    write(fileOf("prepared", inputsKey), payload);
}

std::optional<Inspection> PreparedCache::inspection(const QString& name, const QByteArray& text) const
{
    QDataStream in(read(fileOf(name.endsWith(".ftlh"_L1) ? "inspected-html" : "inspected", text)));
    Inspection result;
    bool hasFault = false;
    in >> hasFault;
    if (hasFault) {
        TemplateFault fault{{errors::templateSyntax, {}, {}}};
        in >> fault.error.subject >> fault.error.detail >> fault.line >> fault.column;
        result.syntaxError = fault;
    }
    in >> result.variables >> result.forbidden >> result.unescaped;
    if (in.status() != QDataStream::Ok)
        return {};
    return result;
}

void PreparedCache::store(const QString& name, const QByteArray& text, const Inspection& inspection) const
{
    QByteArray payload;
    QDataStream out(&payload, QIODevice::WriteOnly);
    out << inspection.syntaxError.has_value();
    if (const auto& fault = inspection.syntaxError)
        out << fault->error.subject << fault->error.detail << fault->line << fault->column;
    out << inspection.variables << inspection.forbidden << inspection.unescaped;
    write(fileOf(name.endsWith(".ftlh"_L1) ? "inspected-html" : "inspected", text), payload);
}

int PreparedCache::prune(int days) const
{
    if (m_folder.isEmpty() || !QFile::exists(m_folder))
        return 0;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QFile stamp(m_folder + "/pruned"_L1);
    if (stamp.exists() && stamp.fileTime(QFileDevice::FileModificationTime).daysTo(now) < 1)
        return 0;
    if (!stamp.open(QIODevice::WriteOnly) || stamp.write("x") != 1)
        return 0;
    int gone = 0;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (files.fileInfo().lastModified().daysTo(now) > days && QFile::remove(path))
            ++gone;
    }
    return gone;
}

} // namespace nc
