#include "yaml/yamldocument.h"
#include "yaml/yamlreader.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

bool isSubsequence(const QByteArray& part, const QByteArray& whole)
{
    qsizetype at = 0;
    for (const char c : whole)
        at += at < part.size() && part[at] == c ? 1 : 0;
    return at == part.size();
}

/// The change is there, repeating it changes nothing, and where a key was added nothing was taken away.
void checkSet(YamlDocument document, const QStringList& path, const QString& text)
{
    const QByteArray before = document.bytes();
    const YamlNode* old = document.find(path);
    const bool scalar = old && old->kind == YamlNode::Kind::Scalar && old->begin < old->end;
    const QByteArray head = scalar ? before.left(old->begin) : QByteArray();
    const QByteArray tail = scalar ? before.mid(old->end) : QByteArray();
    if (!document.set(path, YamlValue::string(text))) {
        require(document.bytes() == before);
        return;
    }
    const QByteArray after = document.bytes();
    const YamlNode* now = document.resolve(path);
    require(now && now->text == text);
    require(readYaml(after).has_value());
    if (scalar && after != before)
        require(after.startsWith(head) && after.endsWith(tail));
    if (!old && !before.contains('~') && !before.contains("null") && !before.contains("Null")
        && !before.contains("NULL") && !before.contains('{'))
        require(isSubsequence(before, after));
    require(document.set(path, YamlValue::string(text)).has_value());
    require(document.bytes() == after);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto document = YamlDocument::parse(bytes, u"f"_s);
    if (!document)
        return 0;
    QList<QStringList> paths{{u"global"_s, u"notifications"_s, u"email"_s, u"host"_s}, {u"new"_s}};
    // And a path that is there: down the last pair each time.
    QStringList deep;
    const YamlNode* node = document->root() ? &*document->root() : nullptr;
    while (node && node->kind == YamlNode::Kind::Mapping && node->pairs() > 0 && deep.size() < 20) {
        deep += node->key(node->pairs() - 1).text;
        node = &node->value(node->pairs() - 1);
        paths += deep;
    }
    for (const QStringList& path : paths) {
        checkSet(*document, path, u"smtp.example.org"_s);
        checkSet(*document, path, u"it's: \"#yes\" "_s);
        YamlDocument removed = *document;
        const bool there = document->find(path) != nullptr;
        if (removed.remove(path))
            require(there ? !removed.find(path) : removed.bytes() == bytes);
        else
            require(removed.bytes() == bytes);
    }
    return 0;
}
