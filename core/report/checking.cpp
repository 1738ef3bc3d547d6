// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/parts.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

namespace adit::report {

namespace {

/// 64 hex digits as people compare them: two lines of four groups of eight.
QStringList groupsOf(const Context &context, const QString &root)
{
    QStringList lines;
    for (qsizetype line = 0; line < root.size(); line += 32) {
        QStringList groups;
        for (qsizetype at = line; at < std::min(line + 32, root.size()); at += 8)
            groups.append(root.mid(at, 8));
        lines.append(context.own(groups.join(QStringLiteral("  "))));
    }
    return lines;
}

QString signers(const Words &words, const QStringList &roles)
{
    QStringList names;
    for (const QString &role : roles)
        names.append(words.named("role", role));
    return words("check.signers_text", {{"roles", words.list(names)}});
}

} // namespace

Part checkingPart(const Context &context)
{
    const Words &words = context.words;
    const ReleaseEdition &edition = *context.edition;
    Part part{.destination = QStringLiteral("check"), .title = words("check.title")};
    addTitle(part, context, part.title);
    addLabelled(part, context, words("check.root"), groupsOf(context, edition.root), sheet::figures(sheet::bold(10)));
    addLabelled(part, context, words("check.release"),
                {words("check.release_text", {{"n", words.number(edition.number)}})}, sheet::sans());
    const QString keysAt = edition.keysAt.isEmpty() ? context.bodyWords("keys") : edition.keysAt;
    addLabelled(part, context, words("check.signers"),
                {signers(words, edition.roles), keysAt.isEmpty()
                                                    ? words("check.keys_unknown")
                                                    : words("check.keys", {{"where", context.own(keysAt)}})},
                sheet::sans());
    addBullets(part, context, words("check.offline"),
               {words("check.offline_1"),
                words("check.offline_2",
                      {{"command",
                        context.own(QStringLiteral("adit-cli verify %1 --trust FINGERPRINT").arg(edition.folder))}}),
                words("check.offline_3")});
    addBullets(part, context, words("check.answers"),
               {words("check.answer_intact"), words("check.answer_draft"), words("check.answer_changed")});
    return part;
}

} // namespace adit::report
