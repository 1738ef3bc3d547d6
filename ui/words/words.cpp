// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <array>

namespace adit {

namespace {

/// The context of what this file says.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct CodeWord
{
    const char *code;
    const char *word;
};

template <std::size_t N>
QString lookUp(const std::array<CodeWord, N> &table, const QString &code)
{
    for (const CodeWord &row : table) {
        if (code == QLatin1String(row.code))
            return QCoreApplication::translate("Words", row.word);
    }
    return code;
}

constexpr std::array<CodeWord, 7> sources{{
    {"document-company", QT_TRANSLATE_NOOP("Words", "Company document")},
    {"document-third-party", QT_TRANSLATE_NOOP("Words", "Other document")},
    {"observation", QT_TRANSLATE_NOOP("Words", "Observation")},
    {"worker", QT_TRANSLATE_NOOP("Words", "Worker")},
    {"community", QT_TRANSLATE_NOOP("Words", "Community")},
    {"regulator", QT_TRANSLATE_NOOP("Words", "Regulator")},
    {"management", QT_TRANSLATE_NOOP("Words", "Management")},
}};

constexpr std::array<CodeWord, 3> auditKinds{{
    {"initial", QT_TRANSLATE_NOOP("Words", "Initial audit")},
    {"surveillance", QT_TRANSLATE_NOOP("Words", "Surveillance audit")},
    {"reassessment", QT_TRANSLATE_NOOP("Words", "Reassessment")},
}};

constexpr std::array<CodeWord, 2> mineKinds{{
    {"existing", QT_TRANSLATE_NOOP("Words", "Existing mine")},
    {"new", QT_TRANSLATE_NOOP("Words", "New mine")},
}};

QString &chosenCatalogueLanguage()
{
    static QString language = QStringLiteral("en");
    return language;
}

} // namespace

QString catalogueLanguage()
{
    return chosenCatalogueLanguage();
}

void setCatalogueLanguage(const QString &language)
{
    chosenCatalogueLanguage() = language;
}

QString dateWords(const QDate &date)
{
    return date.isValid() ? QLocale(QLocale::English).toString(date, QStringLiteral("d MMM yyyy")) : QString();
}

QString momentWords(Instant moment, const QDate &today)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment.milliseconds).toLocalTime();
    QString time = local.time().toString(QStringLiteral("HH:mm"));
    if (local.date() == today)
        return time;
    if (local.date().addDays(1) == today)
        return Words::tr("yesterday %1").arg(time);
    return dateWords(local.date()) + QLatin1Char(' ') + time;
}

QString title(const StandardNode &node)
{
    return node.title.in(catalogueLanguage());
}

QString shortTitle(const StandardNode &node)
{
    const QString shorter = node.shortTitle.in(catalogueLanguage());
    return shorter.isEmpty() ? title(node) : shorter;
}

QString titleOf(const Standard &standard, const RequirementCode &code)
{
    const StandardNode *node = standard.find(code);
    return node ? title(*node) : QString();
}

QString confidenceWords(const QString &code)
{
    static const std::pair<const char *, const char *> words[] = {
        {"certain", QT_TR_NOOP("read in a public source")},
        {"inferred", QT_TR_NOOP("follows from numbers that were read")},
        {"probable", QT_TR_NOOP("probable")},
        {"medium", QT_TR_NOOP("reconstructed, medium confidence")},
        {"low", QT_TR_NOOP("reconstructed, low confidence")}};
    for (const auto &[known, word] : words)
        if (code == QLatin1String(known))
            return Words::tr(word);
    return code;
}

QString languageName(const QString &language)
{
    const QLocale locale(language);
    QString name = locale.language() == QLocale::Chinese ? QStringLiteral("中文") : locale.nativeLanguageName();
    if (locale.language() == QLocale::English)
        name = QStringLiteral("English"); // not "American English"
    if (locale.language() == QLocale::C || name.isEmpty())
        return language;
    name[0] = name[0].toUpper();
    return name.section(QLatin1String(" de "), 0, 0); // "español de España"
}

QString notRelevantWord()
{
    return Words::tr("Not relevant");
}

Standing standingOf(const Standard &standard, const RatedItem &item)
{
    if (item.relevance != RelevanceReason::Relevant)
        return {Glyph::Dash, notRelevantWord(), Words::tr("not relevant")};
    if (!item.rating)
        return {Glyph::Dotted, Words::tr("Not rated"), Words::tr("not rated")};
    const ScaleStep &step = standard.scale()[static_cast<std::size_t>(*item.rating)];
    return {glyphFromName(step.glyph), step.word.in(catalogueLanguage()), step.label.in(catalogueLanguage())};
}

Standing standingOf(const Standard &standard, const QString &ratingCode)
{
    RatedItem item;
    item.rating = standard.scaleIndex(ratingCode);
    return standingOf(standard, item);
}

QString sourceWord(const QString &code)
{
    return lookUp(sources, code);
}

QStringList sourceCodes()
{
    return QString(infoOf(field::answer::sources).choices).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString auditKindWord(const QString &code)
{
    return lookUp(auditKinds, code);
}

QString mineKindWord(const QString &code)
{
    return lookUp(mineKinds, code);
}

QString intervalWords(const GroupScore &group)
{
    if (group.floor.isEmpty())
        return Words::tr("not relevant");
    if (group.floor.shown == group.ceiling.shown)
        return group.floor.shown;
    return QStringLiteral("%1 – %2").arg(group.floor.shown, group.ceiling.shown);
}

QString fractionWords(const Fraction &fraction)
{
    static constexpr std::array<CodeWord, 6> signs{
        {{"1/2", "½"}, {"1/3", "⅓"}, {"2/3", "⅔"}, {"1/4", "¼"}, {"3/4", "¾"}, {"1/5", "⅕"}}};
    QString text = fraction.toString();
    for (const CodeWord &sign : signs) {
        if (text == QLatin1String(sign.code))
            return QString::fromUtf8(sign.word);
    }
    return text;
}

QString pointsWords(const Fraction &points)
{
    QString text = QString::number(points.toDouble(), 'f', 2);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

QString levelWord(const Standard &standard, std::optional<int> level)
{
    return level ? levelName(standard, level, catalogueLanguage()) : Words::tr("No level");
}

QString levelInterval(const Standard &standard, const LevelResult &level)
{
    const QString now =
        level.floor == level.ceiling
            ? levelWord(standard, level.floor)
            : Words::tr("Between %1 and %2").arg(levelWord(standard, level.floor), levelWord(standard, level.ceiling));
    return level.isPostponed ? Words::tr("Postponed; as rated now: %1").arg(now) : now;
}

QString fieldLabel(const FieldInfo &field)
{
    return QCoreApplication::translate("Field", field.label);
}

} // namespace adit
