// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/jsontexts.h"

#include <QJsonArray>

namespace adit {

QJsonValue jsonOf(const LocalText &text)
{
    QJsonObject object;
    for (auto it = text.all().cbegin(); it != text.all().cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

LocalText textFrom(const QJsonValue &value)
{
    QMap<QString, QString> texts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return LocalText(texts);
}

QStringList textsFrom(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &text : list.toArray())
        texts.append(text.toString());
    return texts;
}

void insertText(QJsonObject &object, const char *name, const LocalText &text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(name), jsonOf(text));
}

void insertList(QJsonObject &object, const char *name, const QStringList &texts)
{
    if (!texts.isEmpty())
        object.insert(QLatin1String(name), QJsonArray::fromStringList(texts));
}

} // namespace adit
