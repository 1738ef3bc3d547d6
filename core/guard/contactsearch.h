// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guard/foldedtext.h"
#include "core/guard/namehits.h"

#include <QMultiHash>
#include <QString>
#include <bitset>
#include <vector>

namespace adit::guard {

/// Phone numbers, e-mail addresses and handles of people. Numbers meet by their last seven digits, whatever stands
/// between digits and before them; addresses and handles by their words, so that "name (at) host dot org" is one.
class ContactPatterns
{
public:
    /// Takes the contacts out of what was typed freely.
    void add(std::size_t person, const QString &contacts);
    void search(const FoldedText &text, std::vector<NameHit> &hits) const;
    std::size_t size() const { return m_phones.size() + m_addresses.size(); }

private:
    struct Phone
    {
        std::size_t person;
        QByteArray digits;
    };
    struct Address
    {
        std::size_t person;
        const char *label;
        QList<QByteArray> words;
        bool blocks;
        bool isCommon;
        bool needsAt;
    };
    struct DigitRun;

    void addAddress(std::size_t person, const char *label, const QString &typed, bool blocks);
    void addPhones(std::size_t person, const QString &typed);
    void searchDigits(const FoldedText &text, const DigitRun &run, std::vector<NameHit> &hits) const;
    void searchAddress(const FoldedText &text, std::uint32_t word, std::vector<NameHit> &hits) const;

    std::vector<Phone> m_phones;
    std::vector<Address> m_addresses;
    QMultiHash<QByteArray, std::size_t> m_phoneEnds; ///< the last seven digits; all of shorter numbers
    QMultiHash<QByteArray, std::size_t> m_firstWords;
    std::bitset<65536> m_mayStart; ///< by the beginning of a word: most words are none
};

} // namespace adit::guard
