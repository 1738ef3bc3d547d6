// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/passages.h"

#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <QRegularExpression>

namespace adit::report {

namespace {

Passage passageOf(const QString &line)
{
    static const QRegularExpression entry(
        QStringLiteral("^(?:([-*\u2013\u2022])|(\\d{1,2}[.)]|[a-z]\\)))[ \u00a0]+(?=\\S)"));
    const QRegularExpressionMatch match = entry.match(line);
    if (!match.hasMatch())
        return {.text = line};
    const QString number = match.captured(2);
    return {.label = number.isEmpty() ? QString(QChar(0x2013)) : number, .text = line.mid(match.capturedLength())};
}

} // namespace

std::vector<Passage> passagesOf(const QString &text)
{
    const QStringList lines = paragraphsOf(text);
    std::vector<Passage> out;
    out.reserve(static_cast<std::size_t>(lines.size()));
    for (const QString &line : lines)
        out.push_back(passageOf(line));
    return out;
}

QString linesOf(const QString &text)
{
    QStringList out;
    for (const Passage &passage : passagesOf(text))
        out.append(passage.isEntry() ? passage.label + QChar(0x00A0) + passage.text : passage.text);
    return out.join(QLatin1Char('\n'));
}

QString placeOf(const Context &context, const RequirementCode &code)
{
    if (!context.isWhole)
        return {};
    const auto ordinal = context.assessment.standard.ordinal(code);
    if (!ordinal)
        return {};
    const std::optional<RequirementCode> &decidedBy =
        context.assessment.requirements[static_cast<std::size_t>(*ordinal)].decidedBy;
    if (!decidedBy)
        return place(code);
    if (decidedBy->level() >= NodeLevel::Criterion)
        return place(*decidedBy);
    return code.toString().section(QLatin1Char('.'), 0, 1); // the opening of its chapter
}

namespace {

void addNumbers(pdf::Paragraph &paragraph, const Context &context, const QString &text, const pdf::TextStyle &style)
{
    static const QRegularExpression number(QStringLiteral("(?<![\\d.])\\d{1,2}(?:\\.\\d{1,2}){3}(?![\\d]|\\.\\d)"));
    qsizetype at = 0;
    const auto plain = [&](qsizetype to) {
        if (to > at)
            paragraph.add(text.mid(at, to - at), style);
        at = to;
    };
    for (auto all = number.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const auto code = RequirementCode::fromString(match.captured());
        const QString destination = code ? placeOf(context, *code) : QString();
        if (destination.isEmpty())
            continue;
        plain(match.capturedStart());
        paragraph.add({.text = match.captured(), .style = style, .link = {.destination = destination}});
        at = match.capturedEnd();
    }
    plain(text.size());
}

/// The mark of a withheld passage: the same at every place, whatever stands around it.
pdf::Span markSpan(const QString &mark)
{
    pdf::TextStyle style = sheet::sans();
    style.ground = sheet::withheldGround;
    return {.text = mark, .style = style, .unbroken = true};
}

} // namespace

void addReferences(pdf::Paragraph &paragraph, const Context &context, const QString &plainText,
                   const pdf::TextStyle &style)
{
    const QString text = context.words.held(plainText);
    const QStringList marks = context.words.marks();
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype next = text.size();
        QString mark;
        for (const QString &candidate : marks)
            if (const qsizetype found = text.indexOf(candidate, at); found >= 0 && found < next) {
                next = found;
                mark = candidate;
            }
        if (next > at)
            addNumbers(paragraph, context, text.mid(at, next - at), style);
        if (!mark.isEmpty())
            paragraph.add(markSpan(mark));
        at = next + mark.size();
    }
}

void addLinked(pdf::Paragraph &paragraph, const QString &text, const QString &part, const QString &destination,
               const pdf::TextStyle &style)
{
    const qsizetype at = part.isEmpty() || destination.isEmpty() ? -1 : text.indexOf(part);
    if (at < 0) {
        paragraph.add(text, style);
        return;
    }
    paragraph.add(text.left(at), style)
        .add({.text = part, .style = style, .link = {.destination = destination}, .unbroken = true})
        .add(text.mid(at + part.size()), style);
}

namespace {

pdf::TextBlock reading(const Context &context, const QString &text, const PassageStyle &style, double width)
{
    pdf::Paragraph out = context.paragraph(width, style.leading);
    out.rightToLeft = text.isRightToLeft();
    addReferences(out, context, text, style.text);
    return context.type.set(out);
}

/// A label hangs before the lines of its entry.
double addEntry(Cell &list, const Context &context, const Passage &passage, const PassageStyle &style, double y)
{
    Cell label{.role = pdf::Role::Lbl};
    Cell body{.role = pdf::Role::LBody};
    label.texts.push_back(
        {sheet::textLeft, y, context.type.line(passage.label, style.text, {.leading = style.leading})});
    const double indent = std::max(1.1 * style.text.size, label.texts.back().block.width() + 4);
    body.texts.push_back(
        {sheet::textLeft + indent, y, reading(context, passage.text, style, sheet::textWidth - indent)});
    // An entry that is read the other way than the report begins at the other side.
    if (body.texts.back().block.rightToLeft != context.words.isRightToLeft()) {
        label.texts.back().x = sheet::right - label.texts.back().block.room;
        body.texts.back().x = sheet::textLeft;
    }
    const double end = y + body.texts.back().block.height();
    list.children.push_back({.role = pdf::Role::LI, .children = {std::move(label), std::move(body)}});
    return end;
}

} // namespace

double addPassages(Block &block, const Context &context, const std::vector<Passage> &passages,
                   const PassageStyle &style, double y)
{
    for (std::size_t i = 0; i < passages.size(); ++i) {
        y += i > 0 ? style.gap : 0;
        if (!passages[i].isEntry()) {
            y = block.add(pdf::Role::P, sheet::textLeft, y,
                          reading(context, passages[i].text, style, sheet::textWidth));
            continue;
        }
        Cell list{.role = pdf::Role::L};
        y = addEntry(list, context, passages[i], style, y);
        for (; i + 1 < passages.size() && passages[i + 1].isEntry(); ++i)
            y = addEntry(list, context, passages[i + 1], style, y);
        block.cells.push_back(std::move(list));
        block.reach(y);
    }
    return y;
}

} // namespace adit::report
