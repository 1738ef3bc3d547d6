// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guard/contactsearch.h"
#include "core/guard/nameparts.h"
#include "core/guard/sounding.h"

#include <QHash>
#include <QMultiHash>
#include <QSet>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace adit::guard {

/// Something of a person that is searched: a part of a name, a full name written as one, initials, an organisation.
struct NamePattern
{
    enum class Kind : std::uint8_t {
        Part,
        Full,
        Initials,
        Whole ///< no part of a name: organisations, "jokello"
    };

    std::size_t person = 0;
    int part = 0;
    Kind kind = Kind::Part;
    const char *label = "name";
    LetterKind script = LetterKind::Latin;
    Closeness closeness = Closeness::Sounding;
    qsizetype letters = 0;
    QList<QByteArray> pieces = {};  ///< soundings; between them a space may stand
    QList<QByteArray> spelled = {}; ///< as known
    QSet<QByteArray> close = {};    ///< the same, as closely as it is compared
    QString source = {};            ///< of Arabic parts
    bool isAlone = true;            ///< found by itself; false for parts of one and two letters
    bool isCommon = false;
    bool mayInflect = true;
    bool isExact = false; ///< written otherwise, it is not meant
};

/// Symbols a to z, one step at a time.
class NameTrie
{
public:
    static constexpr std::uint32_t none = 0;

    NameTrie()
        : m_nodes(1)
    {}
    void add(QByteArrayView symbols, std::uint32_t pattern);
    std::uint32_t next(std::uint32_t node, char symbol) const
    {
        return m_nodes[node].next[static_cast<std::size_t>(symbol - 'a')];
    }
    const std::vector<std::uint32_t> &patternsAt(std::uint32_t node) const { return m_ends[m_nodes[node].ends]; }

private:
    struct Node
    {
        std::array<std::uint32_t, 26> next{};
        std::uint32_t ends = 0; ///< index into m_ends; the first is empty
    };
    std::vector<Node> m_nodes;
    std::vector<std::vector<std::uint32_t>> m_ends{1};
};

/// What is searched for characters of an unspaced script.
struct UnspacedPattern
{
    std::size_t person;
    UnspacedPart part;
};

/// All that is searched, of all people.
class NamePatterns
{
public:
    NamePatterns(const std::vector<ProtectedPerson> &people, const GuardWords &words);

    const NamePattern &operator[](std::size_t pattern) const { return m_patterns[pattern]; }
    const NameTrie &sounds() const { return m_sounds; }
    const NameTrie &arabic() const { return m_arabic; }
    /// Patterns in Arabic script, and in Latin, by the skeleton of their consonants.
    const QMultiHash<QByteArray, std::uint32_t> &arabicSkeletons() const { return m_arabicSkeletons; }
    const QMultiHash<QByteArray, std::uint32_t> &latinSkeletons() const { return m_latinSkeletons; }
    const QHash<char32_t, std::vector<UnspacedPattern>> &unspaced() const { return m_unspaced; }
    const ContactPatterns &contacts() const { return m_contacts; }
    const QString &label(std::size_t person) const { return m_labels[person]; }
    bool isCommon(const QByteArray &letters) const { return m_common.contains(letters); }
    /// Soundings of a person's name parts, with their part: what initials are compared with.
    const std::vector<std::pair<int, QByteArray>> &partsOf(std::size_t person) const { return m_parts[person]; }
    std::size_t size() const { return m_count; }
    /// Labels of those who have a name, and nothing that is found by itself.
    QStringList peopleNotSearched() const;

private:
    void add(std::size_t person, const ProtectedPerson &protectedPerson);
    void addName(std::size_t person, const TypedName &name);
    void addPart(std::size_t person, const NamePart &part);
    void addSpellings(NamePattern pattern, const NamePart &part, const QList<QByteArray> &spellings);
    void addNicknames(std::size_t person, const NamePart &part);
    void addArabicForms(std::size_t person, const NamePart &part);
    void addFull(std::size_t person, const std::vector<const NamePart *> &parts);
    void addInitials(std::size_t person, const std::vector<NamePart> &parts);
    void addUnspaced(std::size_t person, const std::vector<UnspacedPart> &parts);
    void addPinyin(std::size_t person, const std::vector<UnspacedPart> &parts);
    std::uint32_t keep(NamePattern pattern);

    std::vector<NamePattern> m_patterns;
    NameTrie m_sounds;
    NameTrie m_arabic;
    QMultiHash<QByteArray, std::uint32_t> m_arabicSkeletons;
    QMultiHash<QByteArray, std::uint32_t> m_latinSkeletons;
    QHash<char32_t, std::vector<UnspacedPattern>> m_unspaced;
    ContactPatterns m_contacts;
    QStringList m_labels;
    std::vector<bool> m_isNamed;
    std::vector<bool> m_isSearched;
    std::vector<std::vector<std::pair<int, QByteArray>>> m_parts;
    QSet<QByteArray> m_common;
    std::size_t m_count = 0;
};

} // namespace adit::guard
