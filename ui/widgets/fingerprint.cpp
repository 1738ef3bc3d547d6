// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fingerprint.h"

#include "ui/look/measures.h"

#include <QFontDatabase>
#include <QLabel>

namespace adit {

QLabel *newFingerprint(QWidget *parent, const QString &fingerprint, Role ink)
{
    QLabel *label = newReading(parent, spoken(fingerprint), Type::Body, ink);
    QFont font = label->font();
    font.setFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    font.setStyleHint(QFont::Monospace);
    label->setFont(font);
    return label;
}

QString spoken(const QString &fingerprint)
{
    return QString(fingerprint).replace(QLatin1Char('-'), QLatin1Char(' '));
}

} // namespace adit
