// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/printedfigures.h"

#include "core/report/words.h"

#include <algorithm>

namespace adit {

namespace {

bool isPartOfNumber(QChar c)
{
    return c.isDigit() || c == u'.' || c == u',' || c == QChar(0x066B);
}

/// As a number by itself: "1.1" is not in "1.1.2".
bool hasNumber(const QString &line, const QString &number)
{
    for (qsizetype at = line.indexOf(number); at >= 0; at = line.indexOf(number, at + 1)) {
        const qsizetype end = at + number.size();
        if ((at == 0 || !isPartOfNumber(line[at - 1])) && (end == line.size() || !isPartOfNumber(line[end])))
            return true;
    }
    return false;
}

} // namespace

Result<QStringList> figuresMissing(const PublicAssessment &assessment, const QString &language,
                                   const std::vector<ReadableText> &texts)
{
    ADIT_TRY_ASSIGN(const report::Words words, report::Words::in(language));
    QStringList lines;
    for (const ReadableText &text : texts)
        if (text.isSeen)
            lines += text.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QStringList missing;
    const auto expect = [&](const GroupScore &score) {
        if (score.now.isEmpty())
            return;
        const QString code = assessment.standard.nodes()[static_cast<std::size_t>(score.node)].code.toString();
        const QString figure = words.figure(score.now.shown);
        const bool isThere = std::ranges::any_of(
            lines, [&](const QString &line) { return hasNumber(line, code) && hasNumber(line, figure); });
        if (!isThere)
            missing.append(code + QStringLiteral(": ") + figure);
    };
    for (const GroupScore &principle : assessment.score.principles)
        expect(principle);
    for (const GroupScore &chapter : assessment.score.chapters)
        expect(chapter);
    return missing;
}

} // namespace adit
