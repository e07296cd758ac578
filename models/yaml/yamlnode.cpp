#include "yaml/yamlnode.h"

using namespace Qt::StringLiterals;

namespace nc {

bool YamlNode::isNull() const
{
    return isPlain() && tag.isEmpty()
        && (text.isEmpty() || text == u"~" || text == u"null" || text == u"Null" || text == u"NULL");
}

const YamlNode* YamlNode::find(const QString& name) const
{
    if (kind != Kind::Mapping)
        return nullptr;
    for (std::size_t i = pairs(); i-- > 0;) {
        if (key(i).kind == Kind::Scalar && key(i).text == name)
            return &value(i);
    }
    return nullptr;
}

int YamlNode::count(const QString& name) const
{
    int found = 0;
    for (std::size_t i = 0; kind == Kind::Mapping && i < pairs(); ++i)
        found += key(i).kind == Kind::Scalar && key(i).text == name ? 1 : 0;
    return found;
}

Error YamlProblem::toError(const QString& path) const
{
    const QString subject = line > 0 ? u"%1:%2:%3"_s.arg(path).arg(line).arg(column) : path;
    return Error{code, subject, detail, Next::Abort};
}

} // namespace nc
