// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/signedwords.h"

#include <QtEndian>

namespace adit {

QByteArray signedWords(const char *form, const AssessmentId &assessment, const QStringList &words)
{
    QByteArray out = form + assessment.bytes();
    for (const QString &word : words) {
        const QByteArray utf8 = word.toUtf8();
        char size[4];
        qToBigEndian(static_cast<quint32>(utf8.size()), size);
        out.append(size, 4).append(utf8);
    }
    return out;
}

} // namespace adit
