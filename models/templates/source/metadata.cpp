#include "templates/source/metadata.h"

#include "templates/source/errors.h"
#include "templates/source/jacksonyaml.h"
#include "templates/source/metadatavalue.h"
#include "text/conflictmarkers.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr std::array requiredOfDiia{"actionType"_L1, "templateType"_L1, "shortText"_L1};

class Reader {
public:
    Reader(Channel channel, const QString& path)
        : m_channel(channel)
        , m_path(path)
    {
    }

    Metadata read(const QByteArray& bytes)
    {
        if (bytes.isEmpty()) {
            block({lint::metadataEmpty, {}, {}});
            return std::move(m_metadata);
        }
        if (const auto line = conflictMarker(bytes))
            add({lint::conflictMarker, {}, {}}, *line);
        const auto file = readYamlLikeJackson(bytes);
        if (!file) {
            // The reader's own sentence is more exact than ours; the lint code stays.
            block({file.error().code, metadataFileName(), file.error().detail}, file.error().line, file.error().column);
            m_metadata.problems.last().lint = QString::fromLatin1(lint::badMetadata.name);
            return std::move(m_metadata);
        }
        if (!file->root || file->root->kind != YamlNode::Kind::Mapping) {
            block({lint::metadataNoMapping, {}, {}}, file->root ? file->root->line : 1,
                file->root ? file->root->column : 1);
            return std::move(m_metadata);
        }
        for (std::size_t i = 0; i < file->root->pairs(); ++i)
            readPair(file->root->key(i), file->root->value(i));
        checkTitle(*file->root);
        if (m_channel == Channel::Diia)
            checkAttributes(*file->root);
        return std::move(m_metadata);
    }

private:
    void add(Error error, int line = 1, int column = 1)
    {
        m_metadata.problems.append(Problem::make(Severity::Error, std::move(error), m_path).at(line, column));
    }
    void add(Error error, const YamlNode& node) { add(std::move(error), node.line, node.column); }

    void block(const Error& error, int line = 1, int column = 1)
    {
        if (!m_metadata.blocked)
            m_metadata.blocked = error;
        add(error, line, column);
    }
    void block(const Error& error, const YamlNode& node) { block(error, node.line, node.column); }

    /// Every pair, repeated ones too: the publisher reads all of them, whichever it keeps.
    void readPair(const YamlNode& key, const YamlNode& value)
    {
        const bool scalarKey = key.kind == YamlNode::Kind::Scalar || key.kind == YamlNode::Kind::Alias;
        if (scalarKey && key.text == "title"_L1) {
            readTitle(value);
        } else if (scalarKey && key.text == "attributes"_L1) {
            if (m_channel != Channel::Diia)
                add({lint::metadataUnknownKey, key.text, {}}, key);
            readAttributes(key, value);
        } else {
            block({lint::metadataUnknownKey, scalarKey ? key.text : u"[…]"_s, {}}, key);
        }
    }

    void readTitle(const YamlNode& value)
    {
        const MetadataType type = metadataType(value);
        if (type == MetadataType::List || type == MetadataType::Map)
            block({lint::metadataNotText, u"title"_s, u"[…]"_s}, value);
        m_metadata.places.insert(u"title"_s, {value.line, value.column});
        m_metadata.title = type == MetadataType::Null ? std::nullopt : std::optional(value.text);
    }

    void readAttributes(const YamlNode& key, const YamlNode& value)
    {
        m_metadata.attributes.clear();
        const MetadataType type = metadataType(value);
        if (type == MetadataType::Null) {
            block({lint::metadataNoValue, u"attributes"_s, {}}, key);
            return;
        }
        if (type != MetadataType::Map) {
            block({lint::metadataNoMap, u"attributes"_s, {}}, value);
            return;
        }
        for (std::size_t i = 0; i < value.pairs(); ++i)
            readAttribute(value.key(i), value.value(i));
    }

    void readAttribute(const YamlNode& key, const YamlNode& value)
    {
        const bool scalarKey = key.kind == YamlNode::Kind::Scalar || key.kind == YamlNode::Kind::Alias;
        const QString name = scalarKey ? key.text : u"[…]"_s;
        const MetadataType type = metadataType(value);
        if (!scalarKey || type == MetadataType::List || type == MetadataType::Map) {
            block({lint::metadataNotText, name, u"[…]"_s}, value);
        } else if (type == MetadataType::Null) {
            // The column takes no null.
            if (isRequired(name) && !m_metadata.blocked)
                m_metadata.blocked = Error{lint::missingAttribute, name, {}};
            else if (!isRequired(name))
                block({lint::metadataNoValue, name, {}}, key);
        } else {
            m_metadata.attributes.insert(name, value.text);
            m_metadata.places.insert(name, {value.line, value.column});
        }
    }

    bool isRequired(const QString& name) const
    {
        return m_channel == Channel::Diia && std::ranges::find(requiredOfDiia, name) != requiredOfDiia.end();
    }

    /// The validator's view: the last title counts, and it is text.
    void checkTitle(const YamlNode& root)
    {
        const YamlNode* title = root.find(u"title"_s);
        if (!title) {
            add({lint::missingTitle, {}, {}}, root);
            return;
        }
        const MetadataType type = metadataType(*title);
        if (type == MetadataType::Number || type == MetadataType::Boolean)
            add({lint::metadataNotText, u"title"_s, title->text}, *title);
        else if (type == MetadataType::Null)
            add({lint::metadataNoValue, u"title"_s, {}}, *title);
        if (type == MetadataType::Null || (type == MetadataType::Text && title->text.isEmpty()))
            add({lint::missingTitle, {}, {}}, *title);
    }

    void checkAttributes(const YamlNode& root)
    {
        const YamlNode* attributes = root.find(u"attributes"_s);
        if (attributes && attributes->kind != YamlNode::Kind::Mapping)
            return; // said already
        for (const QLatin1StringView name : requiredOfDiia) {
            const YamlNode* value = attributes ? attributes->find(name) : nullptr;
            const MetadataType type = value ? metadataType(*value) : MetadataType::Null;
            if (type == MetadataType::Number || type == MetadataType::Boolean)
                add({lint::metadataNotText, name, value->text}, *value);
            else if (type == MetadataType::Null || (type == MetadataType::Text && value->text.isEmpty()))
                add({lint::missingAttribute, name, {}}, value ? *value : attributes ? *attributes : root);
        }
    }

    const Channel m_channel;
    const QString m_path;
    Metadata m_metadata;
};

} // namespace

Metadata readMetadata(Channel channel, const QByteArray& bytes, const QString& path)
{
    return Reader(channel, path).read(bytes);
}

Metadata absentMetadata(Channel channel, const QString& path)
{
    Metadata metadata;
    if (channel != Channel::Email)
        metadata.problems.append(Problem::make(Severity::Error, {lint::missingMetadata, metadataFileName(), {}}, path));
    return metadata;
}

} // namespace nc
