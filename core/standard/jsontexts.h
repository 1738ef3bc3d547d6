// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/localtext.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace adit {

// Texts and lists of words as a standard's file has them. Reading takes what has another form for absent: the schema is
// what refuses it.

QJsonValue jsonOf(const LocalText &text);
LocalText textFrom(const QJsonValue &value);
QStringList textsFrom(const QJsonValue &list);
/// Left out where there is nothing to say.
void insertText(QJsonObject &object, const char *name, const LocalText &text);
void insertList(QJsonObject &object, const char *name, const QStringList &texts);

} // namespace adit
