// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/release/guardedcase.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace adit {

// What the name guard cannot decide (report.md, Redaction): a text that says enough of one person to tell who it is,
// and words of an interview as they were said, by which whoever was there knows who said them. They hold nothing up:
// whoever releases reads them again, and writes them anew or withholds them.

struct TellingText
{
    enum class Kind { Sentence, Quote };
    Kind kind;
    OutgoingText text;
    qsizetype from = 0; ///< in the text, UTF-16
    qsizetype length = 0;
    QStringList tells = {}; ///< of a sentence: which of role, gender, place, date; at least three
    QString interview = {}; ///< of a quote: the interview's label

    QString words() const { return text.text.mid(from, length); }
};
/// In the order of the texts, sentences before quotes. Interviews that this copy does not hold are not compared.
std::vector<TellingText> tellingTexts(const Assessment &assessment, Reader reader = Reader::Public);

} // namespace adit
