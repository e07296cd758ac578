#include "templates/lint/htmlalterations.h"
#include "templates/lint/letterplaces.h"
#include "templates/lint/templatecheck.h"
#include "templates/source/errors.h"

#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

class LetterCheck {
public:
    LetterCheck(const TemplateFolder& folder, const Prepared& prepared, const Inspection* inspection)
        : m_folder(folder)
        , m_prepared(prepared)
        , m_inspection(inspection)
        , m_places(folder.content.text)
        , m_alterations(folder.content.text, withoutPictures(prepared.content))
    {
    }

    QList<Problem> check()
    {
        for (const PreparedProblem& problem : m_prepared.problems)
            add(problem.code == "style-path"_L1 ? Severity::Info : Severity::Error, preparationError(problem),
                m_places.next(problem.element, problem.reference));
        checkInputs();
        for (const auto& alteration : m_alterations.alterations())
            add(Severity::Warning,
                alteration.after.isEmpty() ? Error{lint::goneByHtml, alteration.before, {}}
                                           : Error{lint::alteredByHtml, alteration.before, alteration.after},
                alteration.place);
        for (const auto& split : m_alterations.splits())
            add(Severity::Warning,
                {split.opensInside ? lint::openedByHtml : lint::closedByHtml, split.block, split.tag}, split.place);
        for (const auto& place : m_alterations.notInterpolated())
            add(Severity::Warning, {lint::notInterpolated, place.before, {}}, place.place);
        if (m_inspection)
            checkCode(*m_inspection);
        return std::move(m_problems);
    }

private:
    void add(Severity severity, Error error, TextPlaces::Place place)
    {
        m_problems.append(Problem::make(severity, std::move(error), m_folder.contentPath).at(place.line, place.column));
    }

    void checkInputs()
    {
        QSet<QString> used;
        for (const PreparedInput& input : m_prepared.inputs) {
            if (input.isImage && !input.isJpeg && !used.contains(input.path))
                add(Severity::Warning, {lint::imageType, input.path, {}},
                    m_places.next(u"img"_s, QFileInfo(input.path).fileName()));
            used.insert(input.path);
        }
        for (const QString& name : m_folder.otherFiles) {
            const QFileInfo info(m_folder.path + u'/' + name);
            if (!used.contains(name) && !info.fileName().startsWith(u'.') && !info.isSymLink())
                m_problems.append(Problem::make(Severity::Warning, {lint::unusedFile, name, {}}, info.filePath()));
        }
    }

    /// Places in the prepared text become the author's.
    void checkCode(const Inspection& inspection)
    {
        if (const auto& fault = inspection.syntaxError)
            add(Severity::Error, {lint::syntax, {}, fault->error.detail},
                m_alterations.sourcePlace(fault->line, fault->column));
        for (const TemplatePlace& place : inspection.forbidden)
            add(Severity::Error, {lint::forbidden, u'?' + place.text, {}},
                m_alterations.sourcePlace(place.line, place.column));
        for (const TemplatePlace& place : inspection.unescaped)
            add(Severity::Warning, {lint::noAutoEscape, place.text, {}},
                m_alterations.sourcePlace(place.line, place.column));
    }

    const TemplateFolder& m_folder;
    const Prepared& m_prepared;
    const Inspection* m_inspection;
    LetterPlaces m_places;
    HtmlAlterations m_alterations;
    QList<Problem> m_problems;
};

bool isRemote(const QString& reference)
{
    return reference.startsWith("//"_L1) || reference.startsWith("http:"_L1, Qt::CaseInsensitive)
        || reference.startsWith("https:"_L1, Qt::CaseInsensitive);
}

} // namespace

QList<Problem> checkLetter(const TemplateFolder& folder, const Prepared& prepared, const Inspection* inspection)
{
    return LetterCheck(folder, prepared, inspection).check();
}

Error preparationError(const PreparedProblem& problem)
{
    const QString& reference = problem.reference;
    if (problem.code == "path-escape"_L1)
        return {lint::pathEscape, reference, {}};
    if (problem.code == "style-path"_L1)
        return {lint::stylePath, reference, {}};
    if (problem.code == "missing-style"_L1)
        return {isRemote(reference) ? lint::remoteStyle : lint::missingStyle, reference, problem.detail};
    return {isRemote(reference) ? lint::remoteImage : lint::missingImage, reference, problem.detail};
}

} // namespace nc
