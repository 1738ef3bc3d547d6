// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/reporttemplate.h"
#include "core/guard/smallcounts.h"
#include "core/release/publicrecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace adit {

namespace {

QString placeIn(const char *list, qsizetype index, const char *member)
{
    return QStringLiteral("/%1/%2/%3").arg(QLatin1String(list)).arg(index).arg(QLatin1String(member));
}

QStringList choicesOf(const FieldInfo &field)
{
    return QString(field.choices).split(QLatin1Char(' '));
}

/// A count that would point at somebody, or is none.
bool isNotToBeShown(const QJsonValue &count)
{
    return !count.isNull() && (count.toInt(-1) < 0 || (count.toInt() > 0 && count.toInt() < fewestShown));
}

/// The range of the total follows from what is shown and how many are withheld; nobody can work one of those out.
bool isTotalRight(int shown, int withheld, bool isEachFew, int least, int most)
{
    if (withheld == 0)
        return least == shown && most == shown;
    const bool isInReach = least >= shown + withheld && (!isEachFew || most <= shown + withheld * (fewestShown - 1));
    return least <= most && isInReach && (withheld > 1 || least < most);
}

void checkPeople(QStringList &wrong, const QJsonObject &fieldwork)
{
    const QJsonArray people = fieldwork[QLatin1String("people")].toArray();
    int shown = 0;
    int withheld = 0;
    for (qsizetype i = 0; i < people.size(); ++i) {
        const QJsonObject group = people.at(i).toObject();
        const QJsonValue heard = group[QLatin1String("heard")];
        if (isNotToBeShown(heard))
            wrong.append(placeIn("fieldwork/people", i, "heard"));
        if (heard.isNull() && !group[QLatin1String("planned")].isNull())
            wrong.append(placeIn("fieldwork/people", i, "planned"));
        shown += heard.toInt();
        withheld += heard.isNull() ? 1 : 0;
    }
    if (!isTotalRight(shown, withheld, fieldwork[QLatin1String("each_few")].toBool(),
                      fieldwork[QLatin1String("heard_least")].toInt(), fieldwork[QLatin1String("heard_most")].toInt()))
        wrong.append(QStringLiteral("/fieldwork/heard_least"));
    if (isNotToBeShown(fieldwork[QLatin1String("interviews")]))
        wrong.append(QStringLiteral("/fieldwork/interviews"));
}

void checkNonconformities(QStringList &wrong, const QJsonObject &record)
{
    using namespace field::nonconformity;
    QSet<QString> requirements;
    for (const QJsonValue &requirement : record[QLatin1String("requirements")].toArray())
        requirements.insert(requirement.toObject()[QLatin1String("id")].toString());
    const QJsonArray list = record[QLatin1String("nonconformities")].toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject one = list.at(i).toObject();
        for (const QJsonValue &code : one[QLatin1String("requirements")].toArray())
            if (!requirements.contains(code.toString()))
                wrong.append(placeIn("nonconformities", i, "requirements"));
        const QString stage = one[QLatin1String("state")].toString();
        if (!stage.isEmpty() && !choicesOf(infoOf(state)).contains(stage))
            wrong.append(placeIn("nonconformities", i, "state"));
        const QString weight = one[QLatin1String("grade")].toString();
        if (!weight.isEmpty() && !choicesOf(infoOf(grade)).contains(weight))
            wrong.append(placeIn("nonconformities", i, "grade"));
        if (stage == QLatin1String("verified") && one[QLatin1String("verified")].isNull())
            wrong.append(placeIn("nonconformities", i, "verified"));
    }
}

void checkConcerns(QStringList &wrong, const QJsonObject &record)
{
    using namespace field::concern;
    const QJsonArray list = record[QLatin1String("concerns")].toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString outcome = list.at(i).toObject()[QLatin1String("outcome")].toString();
        if (!outcome.isEmpty() && !choicesOf(infoOf(upheld)).contains(outcome))
            wrong.append(placeIn("concerns", i, "outcome"));
    }
}

/// Of requirements that are rated, each with one picture.
void checkPhotos(QStringList &wrong, const QJsonObject &record)
{
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{64}$"));
    QSet<QString> answered;
    for (const QJsonValue &requirement : record[QLatin1String("requirements")].toArray())
        if (requirement[QLatin1String("relevance")].toString() == QLatin1String("relevant"))
            answered.insert(requirement[QLatin1String("id")].toString());
    const QJsonArray list = record[QLatin1String("photos")].toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject one = list.at(i).toObject();
        if (!answered.contains(one[QLatin1String("requirement")].toString()))
            wrong.append(placeIn("photos", i, "requirement"));
        const QJsonArray parts = one[QLatin1String("picture")][QLatin1String("parts")].toArray();
        const QJsonObject part = parts.at(0).toObject();
        const bool isHash = hash.match(part[QLatin1String("text")].toString()).hasMatch();
        if (parts.size() != 1 || isHash == part.contains(QLatin1String("leaf")))
            wrong.append(placeIn("photos", i, "picture"));
    }
}

/// As the program writes one, or what is printed of it could be another thing.
void checkTemplate(QStringList &wrong, const QJsonObject &record)
{
    const QJsonValue given = record[QLatin1String("template")];
    if (given.isUndefined())
        return;
    const QByteArray json = QJsonDocument(given.toObject()).toJson(QJsonDocument::Compact);
    const auto kept = keptTemplate(QString::fromUtf8(json));
    if (!kept || kept->toUtf8() != json)
        wrong.append(kept ? QStringLiteral("/template")
                          : QLatin1String("/template") + kept.error().subject.section(QLatin1String(": "), 1));
}

void checkReleases(QStringList &wrong, const QJsonObject &record)
{
    const QJsonArray list = record[QLatin1String("releases")].toArray();
    int last = 0;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const int number = list.at(i).toObject()[QLatin1String("number")].toInt();
        if (number <= last || number >= record[QLatin1String("release")].toInt())
            wrong.append(placeIn("releases", i, "number"));
        last = number;
    }
}

} // namespace

QStringList wrongFigures(const QJsonObject &record)
{
    QStringList wrong;
    checkPeople(wrong, record[QLatin1String("fieldwork")].toObject());
    checkNonconformities(wrong, record);
    checkConcerns(wrong, record);
    checkPhotos(wrong, record);
    checkReleases(wrong, record);
    checkTemplate(wrong, record);
    return wrong;
}

} // namespace adit
