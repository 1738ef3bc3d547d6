// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

namespace adit::guard {

/// What a spelling in the letters a to z sounds like, so that spellings of one name meet: Mueller and Muller, Yuliya
/// and Julia, Shcherbakov and Scherbakow, Kovacevic and Kovachevich, Jorgensen and Joergensen, Mohamed and Mohammed.
/// The key is coarse on purpose; names of four letters and fewer are compared more closely, since short keys meet by
/// chance.
struct Sounding
{
    QVarLengthArray<char, 64> symbols; ///< a to z

    QByteArray bytes() const { return QByteArray(symbols.constData(), symbols.size()); }
};

void sound(QByteArrayView letters, Sounding &out);
QByteArray soundingOf(QByteArrayView letters);

/// How closely a spelling must agree: by the letters of the name.
enum class Closeness {
    Sounding, ///< five letters and more
    Umlauts,  ///< before the ending of an inflected word: umlauts may be written out, doubled letters count once
    Vowels,   ///< four: i, y and j are one, umlauts may be written out, doubled letters count once
    Letters   ///< three and fewer: doubled letters count once
};
Closeness closenessFor(qsizetype letters);
QByteArray closeSpelling(QByteArrayView letters, Closeness closeness);

} // namespace adit::guard
