// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/rolewords.h"

#include "ui/words/choicewords.h"

#include <QCoreApplication>

namespace adit {

namespace {

/// The context of what this file says.
class RoleSightText
{
    Q_DECLARE_TR_FUNCTIONS(RoleSightText)

public:
    static QString fields(const RoleSight &role)
    {
        if (role.seesTextsOnly)
            return tr("Texts to translate");
        switch (role.widest) {
        case Audience::Public:
            return tr("What is public");
        case Audience::Company:
            return tr("What is public or for the company");
        default:
            return tr("What the team sees");
        }
    }
    static QString sight(const RoleSight &role)
    {
        QStringList also;
        if (role.seesNotes)
            also.append(tr("personal notes"));
        if (role.seesActors)
            also.append(tr("who did it"));
        if (role.seesFiles)
            also.append(tr("files"));
        const QString all =
            also.isEmpty() ? fields(role)
            : also.size() == 1
                ? tr("%1 and %2").arg(fields(role), also.front())
                : tr("%1, %2 and %3").arg(fields(role), also.mid(0, also.size() - 1).join(tr(", ")), also.back());
        return tr("%1.").arg(all);
    }
    static QString names(const RoleSight &role)
    {
        return role.seesNames ? tr("Names for key holders.") : tr("No names.");
    }
    static QString chapters(const QStringList &chapters)
    {
        return chapters.isEmpty()
                   ? tr("all chapters")
                   : tr("%n chapter(s): %1", nullptr, static_cast<int>(chapters.size())).arg(chapters.join(tr(", ")));
    }
};

} // namespace

QString roleWord(const QString &role)
{
    return choiceWord(infoOf(field::profile::roles), role);
}

QStringList roleWords(const QStringList &roles)
{
    QStringList words;
    for (const QString &role : roles)
        words.append(roleWord(role));
    return words;
}

QString sightWords(const RoleSight &role)
{
    return RoleSightText::sight(role);
}

QString sightOfNames(const RoleSight &role)
{
    return RoleSightText::names(role);
}

QString chapterWords(const QStringList &chapters)
{
    return RoleSightText::chapters(chapters);
}

} // namespace adit
