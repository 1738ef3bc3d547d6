// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/reporttools.h"

#include "core/assessment/ratingrules.h"
#include "core/pdf/pdflint.h"
#include "core/report/sheet.h"
#include "core/sample/sample.h"

#include <QProcess>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <algorithm>

namespace adit::test {

namespace {

AssessmentId someId()
{
    return *AssessmentId::fromString(QStringLiteral("6f1f4a52-5a7e-4d0b-9a51-0e2f3a4b5c6d"));
}

std::unique_ptr<CaseDocument> sampleDocument(const QTemporaryDir &folder)
{
    return must(makeSample(folder.filePath(QStringLiteral("sample.adit")), 1, repeatableSurroundings()));
}

} // namespace

Draft::Draft(Standard standard)
    : m_standard(std::move(standard))
    , m_assessment(someId())
{}

Draft::Draft(const CaseDocument &document)
    : m_standard(document.standard())
    , m_assessment(document.assessment())
{}

Draft &Draft::openStep(const QString &step)
{
    m_assessment.write(m_assessment.stepRef(step)).set(field::step::state.index, QStringLiteral("open"));
    return *this;
}

Draft &Draft::notRelevant(const QString &code, const QString &justification)
{
    Record &record = m_assessment.write(m_assessment.relevanceRef(*RequirementCode::fromString(code)));
    record.set(field::relevance::state.index, QStringLiteral("not-relevant"));
    record.set(field::relevance::justification.index, justification);
    return *this;
}

Draft &Draft::action(const QString &code, const QString &text, const QString &due, int number)
{
    const auto id = EntityId::derived(m_assessment.id(), code + QString::number(number));
    Record &record = m_assessment.write(Assessment::actionRef(id, *RequirementCode::fromString(code)));
    record.set(field::action::text.index, text);
    if (!due.isEmpty())
        record.set(field::action::due.index, due);
    return *this;
}

Draft &Draft::linkAction(const QString &code, const QString &nonconformity)
{
    std::vector<EntityId> ids;
    for (const auto &[id, action] : m_assessment.records(EntityKind::Action))
        if (action[field::action::requirement] == code)
            ids.push_back(id);
    for (const EntityId &id : ids)
        m_assessment.write(Assessment::actionRef(id, *RequirementCode::fromString(code)))
            .set(field::action::nonconformity.index, nonconformity);
    return *this;
}

Draft &Draft::record(EntityKind kind, const QString &code,
                     const std::vector<std::pair<const FieldInfo *, QString>> &values)
{
    const KindInfo &info = kindInfo(kind);
    const EntityRef ref = info.derived ? m_assessment.derivedRef(kind, code)
                                       : EntityRef{kind, EntityId::derived(m_assessment.id(), info.name + code), code};
    Record &record = m_assessment.write(ref);
    for (const auto &[field, value] : values)
        if (!value.isEmpty())
            record.set(field->index, value);
    return *this;
}

PublicAssessment Draft::published() const
{
    const std::vector<RatedItem> items = ratedItems(m_assessment, m_standard);
    ScoringOptions options;
    options.isPostponed = isResultPostponed(m_assessment, m_standard);
    return publicAssessment({m_standard, m_assessment}, items, score(m_standard, items, options));
}

Draft sampleDraft()
{
    static const Draft draft = [] {
        const QTemporaryDir folder;
        return Draft(*sampleDocument(folder));
    }();
    return draft;
}

const PublicAssessment &sampleAssessment()
{
    static const PublicAssessment assessment = sampleDraft().published();
    return assessment;
}

pdf::Typesetter &typesetter()
{
    static const std::unique_ptr<pdf::Typesetter> one = must(pdf::Typesetter::create());
    return *one;
}

QByteArray render(const PublicAssessment &assessment, ReportKind kind)
{
    return must(renderReport(assessment, kind, {}, typesetter()));
}

std::optional<QByteArray> runTool(const QString &tool, const QStringList &arguments, const QByteArray &pdf)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("report.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return std::nullopt;
    file.close();
    QStringList all = arguments;
    all.replaceInStrings(QStringLiteral("FILE"), file.fileName());
    QProcess process;
    process.start(tool, all);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return std::nullopt;
    return process.readAllStandardOutput();
}

std::vector<PlacedWord> placedWords(const QByteArray &pdf)
{
    QByteArray html = runTool(QStringLiteral("pdftotext"),
                              {QStringLiteral("-bbox"), QStringLiteral("FILE"), QStringLiteral("-")}, pdf)
                          .value_or(QByteArray());
    html.remove(0, std::max<qsizetype>(0, html.indexOf("<html")));
    QXmlStreamReader reader(html);
    std::vector<PlacedWord> words;
    int page = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        page += reader.name() == QLatin1String("page") ? 1 : 0;
        if (reader.name() != QLatin1String("word"))
            continue;
        const QXmlStreamAttributes box = reader.attributes();
        const auto at = [&](const char *name) { return box.value(QLatin1String(name)).toDouble(); };
        PlacedWord word{page, at("xMin"), at("yMin"), at("xMax"), at("yMax"), {}};
        word.text = reader.readElementText();
        words.push_back(word);
    }
    return words;
}

QStringList pageTexts(const QByteArray &pdf)
{
    const QString all =
        QString::fromUtf8(runTool(QStringLiteral("pdftotext"), {QStringLiteral("FILE"), QStringLiteral("-")}, pdf)
                              .value_or(QByteArray()));
    return all.split(QLatin1Char('\f'), Qt::SkipEmptyParts);
}

QString squeezed(const QString &text)
{
    static const QRegularExpression white(QStringLiteral("\\s+"), QRegularExpression::UseUnicodePropertiesOption);
    return QString(text).remove(white);
}

QString flowingText(const QByteArray &pdf)
{
    const QByteArray text =
        runTool(QStringLiteral("pdftotext"),
                {QStringLiteral("-x"), QStringLiteral("0"), QStringLiteral("-y"), QStringLiteral("50"),
                 QStringLiteral("-W"), QStringLiteral("596"), QStringLiteral("-H"), QStringLiteral("738"),
                 QStringLiteral("-raw"), QStringLiteral("FILE"), QStringLiteral("-")},
                pdf)
            .value_or(QByteArray());
    QString all = QString::fromUtf8(text);
    all.remove(QRegularExpression(QStringLiteral("\\d+(\\.\\d+){3}, continued")));
    return squeezed(all);
}

namespace {

/// Heads, text and feet have their bands; a letter's box is a little taller than its line.
bool isInPlace(const PlacedWord &word)
{
    namespace sheet = report::sheet;
    constexpr double play = 1.5;
    if (word.left < sheet::left - play || word.right > sheet::right + play)
        return false;
    const double middle = (word.top + word.bottom) / 2;
    const double top = word.page == 1 ? sheet::pageOne.top : sheet::textArea.top;
    const bool header = word.page > 1 && middle > sheet::headerText && middle < sheet::headerRule;
    const double lines = word.page == 1 ? 1 : 2; // the second is the office's
    const bool footer = middle > sheet::footerText && middle < sheet::footerText + 1.5 + lines * sheet::noteLine;
    return header || footer || (middle > top && middle < sheet::textArea.bottom);
}

bool overlap(const PlacedWord &a, const PlacedWord &b)
{
    const double across = std::min(a.right, b.right) - std::max(a.left, b.left);
    const double down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    return across > 1 && down > 0.5 * std::min(a.bottom - a.top, b.bottom - b.top);
}

QString told(const PlacedWord &word)
{
    return QStringLiteral("page %1 at %2,%3: %4")
        .arg(word.page)
        .arg(word.left, 0, 'f', 1)
        .arg(word.top, 0, 'f', 1)
        .arg(word.text);
}

} // namespace

QStringList misplaced(const QByteArray &pdf)
{
    QStringList out;
    std::vector<PlacedWord> words = placedWords(pdf);
    std::ranges::sort(words, [](const PlacedWord &a, const PlacedWord &b) {
        return std::pair(a.page, a.top) < std::pair(b.page, b.top);
    });
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!isInPlace(words[i]))
            out.append(QStringLiteral("outside: ") + told(words[i]));
        for (std::size_t j = i + 1;
             j < words.size() && words[j].page == words[i].page && words[j].top < words[i].bottom; ++j)
            if (overlap(words[i], words[j]))
                out.append(QStringLiteral("over each other: ") + told(words[i]) + QStringLiteral(" | ") +
                           told(words[j]));
    }
    return out;
}

QStringList faults(const QByteArray &pdf)
{
    QStringList out;
    for (const pdf::LintProblem &problem : pdf::lint(pdf))
        out.append(problem.rule + QLatin1Char(' ') + problem.where);
    if (!runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), QStringLiteral("FILE")}, pdf))
        out.append(QStringLiteral("qpdf --check"));
    return out;
}

} // namespace adit::test
