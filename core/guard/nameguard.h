// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

namespace adit {

/// Somebody whose identity must not leave with a text. Read from the identity compartment by whoever may open it, held
/// in memory while a search lasts, never stored here.
struct ProtectedPerson
{
    QString person;       ///< label such as "P-A07": all that a finding says of the person
    QString name;         ///< as typed: "Okello, Jane", "王小明 / Wang Xiaoming", "José Pérez alias Pepe (Chato)"
    QString contacts;     ///< free text with phone numbers, e-mail addresses, handles
    QString organisation; ///< searched as a whole
    QStringList nicknames;
};

/// Words of the case that rank a finding lower. They never hide one.
struct GuardWords
{
    QStringList places; ///< names of places in the case
    QStringList common; ///< words that are common here, beside those in resources/guard/names.json
};

/// A text that is about to leave, and where it stands.
struct GuardedText
{
    QString place;
    QString text;
};

/// A protected person in a text. It says where, never what: a finding can be logged.
struct GuardFinding
{
    enum class Severity {
        Block,      ///< nobody can override it: full name, two parts of a name, phone number, e-mail address
        Dismissible ///< blocks until a second person dismisses it at this place
    };

    QString person;
    QString part; ///< name, given, family, nickname, initials, phone, e-mail, handle, organisation
    Severity severity = Severity::Dismissible;
    QString place;
    std::size_t text = 0; ///< index into the texts given
    qsizetype from = 0;   ///< in UTF-16 code units of the text; in bytes for searchBytes()
    qsizetype length = 0;
    bool isCommonWord = false; ///< also a common word or the name of a place: ranks last
    bool isInflected = false;  ///< up to three letters follow in the same word ("Okellonun")
    bool isRespelled = false;  ///< sounds like it, and is written otherwise

    friend bool operator==(const GuardFinding &, const GuardFinding &) = default;
};

/// Searches texts for people's names and contacts in every spelling known, in one pass over each text, whatever the
/// number of people: witnesses can be beaten or dismissed if a name slips through, so a variant too many is the lesser
/// evil, and what is doubtful ranks lower instead of being dropped.
///
/// Block: the full name in any order or script, two parts of one name within six words, initials with a family name,
/// phone numbers (their last seven digits or more), e-mail addresses, handles. Dismissible: one part of a name alone,
/// nicknames, initials alone, organisations. Two parts that are both common words, in lower case and apart, are
/// Dismissible ("it may be hope that ..."), since nobody could publish a text otherwise.
///
/// Built once for the people of a case; search() may be called from several threads.
class NameGuard
{
public:
    explicit NameGuard(const std::vector<ProtectedPerson> &people, const GuardWords &words = {});
    ~NameGuard();
    NameGuard(NameGuard &&) noexcept;
    NameGuard &operator=(NameGuard &&) noexcept;

    /// Block first, then what ranks higher, then in the order of the texts.
    std::vector<GuardFinding> search(const std::vector<GuardedText> &texts) const;

    /// For decoded bytes of a file that was built: read as UTF-8, as UTF-16 of both byte orders at even and odd
    /// offsets, and as Latin-1.
    std::vector<GuardFinding> searchBytes(const QString &place, const QByteArray &bytes) const;

    /// Labels of people of whom no part is long enough to be searched by itself ("Bo", "Bo Li"): somebody reads for
    /// them.
    QStringList peopleNotSearched() const;

    /// Spellings kept; each stands for all that sound alike.
    std::size_t variantCount() const;

private:
    class Search;
    std::unique_ptr<const Search> m_search;
};

} // namespace adit
