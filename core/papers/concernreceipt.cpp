// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/concernreceipt.h"

#include "core/report/words.h"

namespace adit {

namespace {

QString table()
{
    return QStringLiteral("receipt");
}

} // namespace

QStringList receiptLanguages()
{
    return report::Words::languages(table());
}

Result<Paper> concernReceipt(const QString &code, const QString &language)
{
    ADIT_TRY_ASSIGN(const auto words, report::Words::in(language, table()));
    Paper paper{.language = language,
                .table = table(),
                .documentTitle = words("receipt.kind"),
                .subject = words("receipt.lead"),
                .kind = words("receipt.kind"),
                .title = code,
                .lead = words("receipt.lead"),
                .isNotice = true,
                .isAnonymous = true};
    paper.pieces.push_back({.label = words("receipt.how"), .paragraphs = {words("receipt.how_text")}});
    paper.pieces.push_back({.label = words("receipt.care"), .paragraphs = {words("receipt.care_text")}});
    paper.pieces.push_back({.kind = PaperPiece::Kind::Fact, .label = words("receipt.where"), .blankLines = 1});
    if (!words.missing().isEmpty())
        return Error{ErrorCode::ReportFailed, QStringLiteral("words"), words.missing()};
    return paper;
}

} // namespace adit
