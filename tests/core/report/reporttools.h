// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "tests/support/builders.h"

#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

/// Cases made for a test, and eyes to look at the report that comes out.
namespace adit::test {

/// An assessment in memory, changed field by field, without a file.
class Draft
{
public:
    explicit Draft(Standard standard);
    /// All of another case.
    explicit Draft(const CaseDocument &document);

    const Standard &standard() const { return m_standard; }
    template <EntityKind K, ValueType T, Audience A>
    Draft &details(Field<K, T, A> field, const QString &value)
    {
        m_assessment.write(m_assessment.detailsRef()).set(field.index, value);
        return *this;
    }
    template <EntityKind K, ValueType T, Audience A>
    Draft &answer(const QString &code, Field<K, T, A> field, const QString &value)
    {
        m_assessment.write(m_assessment.answerRef(*RequirementCode::fromString(code))).set(field.index, value);
        return *this;
    }
    /// Of every requirement.
    template <EntityKind K, ValueType T, Audience A>
    Draft &answers(Field<K, T, A> field, const QString &value)
    {
        for (std::size_t i = 0; i < m_standard.requirements().size(); ++i)
            answer(m_standard.requirement(static_cast<int>(i)).code.toString(), field, value);
        return *this;
    }
    Draft &openStep(const QString &step);
    Draft &notRelevant(const QString &code, const QString &justification);
    Draft &action(const QString &code, const QString &text, const QString &due, int number = 1);

    /// Makes the actions of a requirement those of a nonconformity.
    Draft &linkAction(const QString &code, const QString &nonconformity);
    /// A thing of another kind, by its label or code: values as fields of its kind hold them.
    Draft &record(EntityKind kind, const QString &code,
                  const std::vector<std::pair<const FieldInfo *, QString>> &values);

    PublicAssessment published() const;
    CaseView view() const { return {m_standard, m_assessment}; }

private:
    Standard m_standard;
    Assessment m_assessment;
};

/// The sample, made once.
const PublicAssessment &sampleAssessment();
Draft sampleDraft();

/// One typesetter for all tests.
pdf::Typesetter &typesetter();
QByteArray render(const PublicAssessment &assessment, ReportKind kind = ReportKind::Public);

/// A word on a page, as another program reads it. Points from the top left corner.
struct PlacedWord
{
    int page; ///< from 1
    double left;
    double top;
    double right;
    double bottom;
    QString text;
};
std::vector<PlacedWord> placedWords(const QByteArray &pdf);
/// The text of each page.
QStringList pageTexts(const QByteArray &pdf);
/// The whole text in the order it was painted, squeezed, without page heads, feet and "continued".
QString flowingText(const QByteArray &pdf);
/// Without any white space: lines break elsewhere in print.
QString squeezed(const QString &text);
/// What another program says of a file; nothing where it finds a fault.
std::optional<QByteArray> runTool(const QString &tool, const QStringList &arguments, const QByteArray &pdf);

/// What stands where it should not: outside the text area, or over another word.
QStringList misplaced(const QByteArray &pdf);
/// The file's own check and qpdf's; empty: no fault.
QStringList faults(const QByteArray &pdf);

} // namespace adit::test
