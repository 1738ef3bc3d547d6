// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/reviewcomments.h"

#include "core/edits/recordrules.h"
#include "core/papers/companyvalue.h"
#include "core/papers/paperwords.h"

#include <algorithm>

namespace adit {

using report::Words;

namespace {

/// What is about no requirement comes first; then in the standard's order.
std::vector<const Record *> commentsOf(const CaseView &view, const QString &round)
{
    using namespace field::comment;
    std::vector<const Record *> out;
    for (const Record *record : recordsInOrder(view.assessment, EntityKind::Comment))
        if (companyValue(*record, field::comment::round) == round)
            out.push_back(record);
    std::ranges::stable_sort(out, {}, [&](const Record *record) {
        const auto code = RequirementCode::fromString(companyValue(*record, requirement));
        return code ? view.standard.ordinal(*code).value_or(-1) : -1;
    });
    return out;
}

QString aboutOf(const CaseView &view, const Record &comment, const Words &words)
{
    const QString text = companyValue(comment, field::comment::requirement);
    if (text.isEmpty())
        return words("comments.general");
    const auto code = RequirementCode::fromString(text);
    const StandardNode *node = code ? view.standard.find(*code) : nullptr;
    return node ? text + QLatin1Char('\n') + node->title.in(words.language()) : text;
}

/// Number, day and author, and below them the words.
QString commentText(const Record &comment, const Words &words)
{
    using namespace field::comment;
    QStringList head{companyValue(comment, label)};
    if (const auto day = companyValue(comment, made))
        head.append(words.shortDate(*day));
    if (const QString by = companyValue(comment, made_by); !by.isEmpty())
        head.append(by);
    if (const QString what = companyValue(comment, about); !what.isEmpty())
        head.append(words.named("comments.about", what));
    return head.join(QStringLiteral(" · ")) + QLatin1Char('\n') + companyValue(comment, text);
}

QString answerText(const Record &comment, const Words &words)
{
    using namespace field::comment;
    QStringList head;
    if (const QString standing = companyValue(comment, state); !standing.isEmpty())
        head.append(words.named("comments.state", standing));
    if (const auto day = companyValue(comment, answered))
        head.append(words.shortDate(*day));
    const QString said = companyValue(comment, answer);
    return head.join(QStringLiteral(" · ")) + QLatin1Char('\n') + (said.isEmpty() ? words("comments.no_answer") : said);
}

PaperPiece roundPiece(const CaseView &view, const QString &round, const Words &words)
{
    PaperPiece piece{.kind = PaperPiece::Kind::Table,
                     .label = words.named("round", round),
                     .heads = {words("comments.requirement"), words("comments.comment"), words("comments.answer")},
                     .shares = {0.2, 0.42, 0.38}};
    for (const Record *comment : commentsOf(view, round))
        piece.rows.push_back(
            {aboutOf(view, *comment, words), commentText(*comment, words), answerText(*comment, words)});
    if (piece.rows.empty())
        piece.paragraphs = {words("comments.no_comments")};
    return piece;
}

} // namespace

Result<Paper> reviewComments(const CaseView &view, const PublicAssessment &assessment, const QString &round,
                             const QString &language)
{
    ADIT_TRY_ASSIGN(const Words words, paperWords(language));
    const FieldInfo &rounds = infoOf(field::comment::round);
    if (!round.isEmpty() && !rounds.allows(round))
        return Error{ErrorCode::UnknownChoice, QStringLiteral("round: ") + round, QString(rounds.choices)};
    Paper paper = beginPaper(assessment, words, "comments");
    int all = 0;
    int open = 0;
    for (const QString &one : QString(rounds.choices).split(QLatin1Char(' '))) {
        if (!round.isEmpty() && round != one)
            continue;
        for (const Record *comment : commentsOf(view, one)) {
            ++all;
            open += companyValue(*comment, field::comment::answer).isEmpty() ? 1 : 0;
        }
        paper.pieces.push_back(roundPiece(view, one, words));
    }
    paper.lead = all == 0 ? QString() : words.counted("comments.lead", all, {{"open", words.number(open)}});
    return finished(std::move(paper), words);
}

} // namespace adit
