// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/calibrationwords.h"

#include "core/edits/recordrules.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace adit {

namespace {

/// Two decimals, as the statistic is told of; what rounds to nothing is nothing.
QString figure(double number)
{
    const double rounded = std::round(number * 100) / 100;
    return QLocale().toString(rounded == 0 ? 0.0 : rounded, 'f', 2);
}

QString words(const char *text)
{
    return QCoreApplication::translate("Calibration", text);
}

} // namespace

QString raterWords(const Assessment &assessment, const QString &label)
{
    const Record *member = findByLabel(assessment, EntityKind::TeamMember, label);
    const QString name = member ? (*member)[field::team_member::name] : QString();
    return name.isEmpty() ? label : name;
}

QString ratersWords(const Assessment &assessment, const CalibrationState &state)
{
    return words(QT_TRANSLATE_NOOP("Calibration", "%1 and %2"))
        .arg(raterWords(assessment, state.raters[0]), raterWords(assessment, state.raters[1]));
}

QString calibrationStateWord(const CalibrationState &state)
{
    return state.isOpen     ? words(QT_TRANSLATE_NOOP("Calibration", "Laid open"))
           : state.isDone() ? words(QT_TRANSLATE_NOOP("Calibration", "Both are done"))
                            : words(QT_TRANSLATE_NOOP("Calibration", "Under way"));
}

QString kappaFigure(const std::optional<double> &kappa)
{
    return kappa ? figure(*kappa) : QStringLiteral("–");
}

QString kappaWords(const std::optional<double> &kappa)
{
    struct Strength
    {
        double upTo;
        const char *words;
    };
    static constexpr Strength strengths[] = {
        {0.20, QT_TRANSLATE_NOOP("Calibration", "slight agreement")},
        {0.40, QT_TRANSLATE_NOOP("Calibration", "fair agreement")},
        {0.60, QT_TRANSLATE_NOOP("Calibration", "moderate agreement")},
        {0.80, QT_TRANSLATE_NOOP("Calibration", "substantial agreement")},
        {1.00, QT_TRANSLATE_NOOP("Calibration", "almost perfect agreement")},
    };
    if (!kappa)
        return words(QT_TRANSLATE_NOOP("Calibration", "no figure: both gave one and the same rating throughout"));
    if (*kappa < 0)
        return words(QT_TRANSLATE_NOOP("Calibration", "less agreement than by chance"));
    const double shown = std::round(*kappa * 100) / 100; // as it is read
    for (const Strength &strength : strengths)
        if (shown <= strength.upTo)
            return words(strength.words);
    return words(strengths[std::size(strengths) - 1].words);
}

QString driftFigure(const Agreement &agreement)
{
    const QString number = figure(agreement.drift);
    return std::round(agreement.drift * 100) > 0 ? QLatin1Char('+') + number : number;
}

QString driftWords(const Agreement &agreement, const QString &first, const QString &second)
{
    if (std::round(agreement.drift * 100) == 0)
        return words(QT_TRANSLATE_NOOP("Calibration", "Neither is stricter than the other on average."));
    return words(QT_TRANSLATE_NOOP("Calibration", "%1 is stricter, by %2 steps of the scale on average."))
        .arg(agreement.drift > 0 ? second : first, figure(std::abs(agreement.drift)));
}

} // namespace adit
