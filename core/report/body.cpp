// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/body.h"

#include "core/report/parts.h"
#include "core/report/pieces.h"
#include "core/report/scorecard.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

constexpr double logoWidth = 120;
constexpr double logoHeight = 44;
constexpr double coarsest = 72.0 / 150; ///< points to a pixel: a small picture is not blown up until it blurs
constexpr double besideLogo = 14;

const ReportTemplate *made(const Context &context)
{
    return context.assessment.body ? &context.assessment.body->made : nullptr;
}

std::optional<pdf::Size> logoSize(const Context &context)
{
    if (!made(context) || !context.assessment.body->logo)
        return {};
    const pdf::Image &logo = *context.assessment.body->logo;
    const double scale = std::min({logoWidth / logo.width(), logoHeight / logo.height(), coarsest});
    return pdf::Size{logo.width() * scale, logo.height() * scale};
}

/// A text of the office in its own direction; where it leads, if it does. Never read for numbers of requirements: a
/// telephone number is none.
void addOwn(pdf::Paragraph &paragraph, const Context &context, const QString &text, const pdf::TextStyle &style,
            const QString &uri = {})
{
    if (text.isEmpty())
        return;
    if (!paragraph.spans.empty())
        paragraph.add(QStringLiteral(" · "), style);
    paragraph.add({.text = context.own(text), .style = style, .link = {.uri = uri}});
}

QString mailTo(const QString &address)
{
    return address.isEmpty() ? QString() : QLatin1String("mailto:") + address;
}

/// Digits keep their order on a page that is read from right to left.
QString leftToRight(const QString &number)
{
    return number.isEmpty() ? QString() : QChar(0x2066) + number + QChar(0x2069);
}

void addAddress(pdf::Paragraph &lines, const Context &context, const ReportTemplate &body, const pdf::TextStyle &style)
{
    pdf::TextStyle bold = style;
    bold.bold = true;
    addOwn(lines, context, body.name, bold);
    QStringList parts;
    parts.reserve(body.address.size());
    for (const QString &line : body.address)
        parts.append(context.own(line));
    lines.add(QStringLiteral(" · ") + parts.join(context.words("list.comma")), style);
}

void addContacts(pdf::Paragraph &lines, const Context &context, const ReportTemplate &body, const pdf::TextStyle &style)
{
    addOwn(lines, context, context.words.isRightToLeft() ? leftToRight(body.phone) : body.phone, style);
    addOwn(lines, context, body.email, style, mailTo(body.email));
    addOwn(lines, context, body.web, style, body.web);
}

void addComplaints(pdf::Paragraph &lines, const Context &context, const ReportTemplate &body,
                   const pdf::TextStyle &style)
{
    if (!body.complaints.isEmpty())
        addOwn(lines, context, context.words("body.complaints", {{"contact", body.complaints}}), style);
}

/// Paragraphs in the text column, under a heading in the label column.
void addOwnTexts(Part &part, const Context &context, const QString &label, const QString &text,
                 const pdf::TextStyle &style)
{
    const QStringList paragraphs = paragraphsOf(text);
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        Block block;
        block.box.spaceBefore = i == 0 && !label.isEmpty() ? 14 : 5;
        if (i == 0 && !label.isEmpty())
            block.add(pdf::Role::H3, sheet::left, 0,
                      context.text(label, sheet::bold(), sheet::labelWidth, sheet::line));
        const double labelEnd = block.box.height;
        pdf::Paragraph lines = context.paragraph(sheet::textWidth, sheet::line);
        lines.rightToLeft = paragraphs[i].isRightToLeft();
        lines.add(paragraphs[i], style);
        block.add(pdf::Role::P, sheet::textLeft, 0, context.type.set(lines));
        block.cutBelow(labelEnd);
        part.add(std::move(block));
    }
}

} // namespace

QString firmName(const Context &context)
{
    const QString &named = *context.assessment.details.auditFirm;
    return named.isEmpty() && made(context) ? made(context)->name : named;
}

std::optional<Block> bodySection(const Context &context, int tightness)
{
    const ReportTemplate *body = made(context);
    if (!body)
        return {};
    const bool isTight = tightness > 1;
    const bool isWide = tightness > 2; // over both columns, without a label: the name says what it is
    const pdf::TextStyle style = sheet::sans(isTight ? 7.5 : 8.5);
    std::vector<pdf::Paragraph> lines(
        isTight ? 1 : 3, context.paragraph(isWide ? sheet::width : sheet::textWidth, isTight ? sheet::noteLine : 12.5));
    addAddress(lines.front(), context, *body, style);
    addContacts(lines[lines.size() / 2], context, *body, style);
    addComplaints(lines.back(), context, *body, style);
    Block block;
    if (!isWide)
        addSectionLabel(block, context, context.words("audit.firm"));
    double y = 0;
    for (const pdf::Paragraph &line : lines)
        if (!line.spans.empty())
            y = block.add(pdf::Role::P, isWide ? sheet::left : sheet::textLeft, y, context.type.set(line));
    return block;
}

std::optional<Cell> logoCell(const Context &context)
{
    const auto size = logoSize(context);
    if (!size)
        return {};
    Cell cell{.role = pdf::Role::Figure};
    cell.attributes.alt = context.words("body.logo", {{"name", made(context)->name}});
    cell.attributes.box = pdf::Rect{sheet::right - size->width, 0, size->width, size->height};
    cell.image = context.assessment.body->logo;
    cell.isLogo = true;
    return cell;
}

double widthBesideLogo(const Context &context)
{
    const auto size = logoSize(context);
    return size ? sheet::width - size->width - besideLogo : sheet::width;
}

bool hasForeword(const Context &context)
{
    return !context.bodyWords("foreword").isEmpty();
}

Part forewordPart(const Context &context)
{
    Part part{.destination = QStringLiteral("foreword"), .title = context.words("foreword.title")};
    addTitle(part, context, part.title);
    addOwnTexts(part, context, {}, context.bodyWords("foreword"), sheet::serif());
    Block signature;
    signature.box.spaceBefore = sheet::line;
    signature.add(pdf::Role::P, sheet::textLeft, 0,
                  context.text(made(context)->name, sheet::bold(), sheet::textWidth, sheet::line));
    part.add(std::move(signature));
    return part;
}

void addAboutBody(Part &part, const Context &context)
{
    addOwnTexts(part, context, context.words("body.about"), context.bodyWords("about"), sheet::serif());
}

void addContest(Part &part, const Context &context)
{
    const ReportTemplate *body = made(context);
    QString text = context.bodyWords("contest");
    if (text.isEmpty() && body && !body->complaints.isEmpty())
        text = context.words("body.contest_text", {{"name", body->name}, {"contact", body->complaints}});
    addOwnTexts(part, context, context.words("body.contest"), text, sheet::sans());
}

} // namespace adit::report
