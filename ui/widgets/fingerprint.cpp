// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fingerprint.h"

#include "ui/look/measures.h"

#include <QLabel>

namespace adit {

QLabel *newFingerprint(QWidget *parent, const QString &fingerprint, Role ink)
{
    QLabel *label = newReading(parent, spoken(fingerprint), Type::Body, ink);
    label->setProperty("face", QStringLiteral("fixed"));
    dress(label, Type::Body, ink);
    return label;
}

QString spoken(const QString &fingerprint)
{
    return QString(fingerprint).replace(QLatin1Char('-'), QLatin1Char(' '));
}

} // namespace adit
