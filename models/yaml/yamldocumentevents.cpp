#include "yaml/yamldocumentevents.h"

#include "core/errors.h"

#include <istream>
#include <spanstream>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace nc {
namespace {

class Collector : public YAML::EventHandler {
public:
    explicit Collector(YamlEvents& out)
        : m_out(out)
    {
    }
    void OnDocumentStart(const YAML::Mark&) override { m_out.hasDocument = true; }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        add(YamlEvent::Type::Null, mark, anchor, "?");
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { add(YamlEvent::Type::Alias, mark, 0, "?"); }
    void OnScalar(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override
    {
        add(YamlEvent::Type::Scalar, mark, anchor, tag);
        m_out.events.back().value = QByteArray::fromStdString(value);
    }
    void OnSequenceStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override
    {
        add(YamlEvent::Type::SequenceStart, mark, anchor, tag);
        m_out.events.back().flow = style == YAML::EmitterStyle::Flow;
    }
    void OnSequenceEnd() override { m_out.events.push_back({YamlEvent::Type::SequenceEnd}); }
    void OnMapStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override
    {
        add(YamlEvent::Type::MapStart, mark, anchor, tag);
        m_out.events.back().flow = style == YAML::EmitterStyle::Flow;
    }
    void OnMapEnd() override { m_out.events.push_back({YamlEvent::Type::MapEnd}); }

private:
    void add(YamlEvent::Type type, const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag)
    {
        YamlEvent event{type};
        event.anchored = anchor != 0;
        event.pos = mark.pos;
        event.tag = QByteArray::fromStdString(tag);
        m_out.events.push_back(std::move(event));
    }
    YamlEvents& m_out;
};

/// Takes only the next document's start, then gives up: what it holds is nobody's business here.
struct NextDocument {
    int line;
};
class Peeker : public Collector {
public:
    using Collector::Collector;
    void OnDocumentStart(const YAML::Mark& mark) override { throw NextDocument{mark.line + 1}; }
};

} // namespace

std::expected<YamlEvents, YamlProblem> yamlEvents(const QByteArray& bytes)
{
    YamlEvents out;
    try {
        std::ispanstream stream(std::span<const char>(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        YAML::Parser parser(stream);
        Collector collector(out);
        parser.HandleNextDocument(collector);
        if (out.hasDocument) {
            try {
                YamlEvents ignored;
                Peeker peeker(ignored);
                parser.HandleNextDocument(peeker);
            } catch (const NextDocument& next) {
                out.moreDocuments = true;
                out.nextDocument = next.line;
            } catch (const YAML::Exception& e) {
                out.moreDocuments = true;
                out.nextDocument = e.mark.line + 1;
            }
        }
        return out;
    } catch (const YAML::DeepRecursion& e) {
        return std::unexpected(YamlProblem{errors::yamlTooDeep, {}, e.mark.line + 1, e.mark.column + 1});
    } catch (const YAML::Exception& e) {
        return std::unexpected(
            YamlProblem{errors::yamlBroken, QString::fromStdString(e.msg), e.mark.line + 1, e.mark.column + 1});
    } catch (const std::exception& e) {
        return std::unexpected(YamlProblem{errors::yamlBroken, QString::fromUtf8(e.what()), 0, 0});
    }
}

} // namespace nc
