// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/guardwords.h"

#include "core/guard/foldedtext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace adit::guard {

namespace {

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array)
        strings.append(entry.toString());
    return strings;
}

QSet<QByteArray> foldedSet(const QStringList &words)
{
    QSet<QByteArray> folded;
    for (const QString &word : words)
        folded.insert(foldedWord(word));
    return folded;
}

/// Groups are lines of names: "william bill billy will liam".
void readNicknames(const QJsonValue &groups, NameWords &words)
{
    for (const QString &line : stringsOf(groups)) {
        QList<QByteArray> group;
        for (const QString &name : line.split(QLatin1Char(' ')))
            group.append(foldedWord(name));
        for (const QByteArray &name : group)
            words.nicknamesOf[name].push_back(words.nicknames.size());
        words.nicknames.push_back(group);
    }
}

NameWords readWords()
{
    QFile file(QStringLiteral(":/adit/guard/names.json"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const QJsonObject all = isOpen ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    const auto list = [&](const char *key) {
        QStringList words;
        for (const QString &line : stringsOf(all[QLatin1String(key)]))
            words += line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return words;
    };
    NameWords words;
    words.titles = foldedSet(list("titles"));
    words.particles = foldedSet(list("particles"));
    words.common = foldedSet(list("common"));
    words.companyForms = foldedSet(list("companyForms"));
    words.fillers = foldedSet(list("fillers"));
    words.arabicNames = list("arabicNames");
    const QStringList arabicParticles = list("arabicParticles");
    words.arabicParticles = QSet<QString>(arabicParticles.begin(), arabicParticles.end());
    const QStringList families = list("twoCharacterFamilies");
    words.twoCharacterFamilies = QSet<QString>(families.begin(), families.end());
    const QJsonObject readings = all[QLatin1String("readings")].toObject();
    for (auto at = readings.begin(); at != readings.end(); ++at)
        words.readings.insert(at.key(), at.value().toString().toLatin1());
    readNicknames(all[QLatin1String("nicknames")], words);
    return words;
}

} // namespace

const NameWords &nameWords()
{
    static const NameWords words = readWords();
    return words;
}

QByteArray foldedWord(QStringView word)
{
    const FoldedText folded(word);
    return folded.words().empty()
               ? QByteArray()
               : folded.letters(0, folded.words().back().first + folded.words().back().count).toByteArray();
}

} // namespace adit::guard
