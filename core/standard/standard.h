// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fraction.h"
#include "core/base/hashing.h"
#include "core/standard/guidance.h"
#include "core/standard/localtext.h"
#include "core/standard/process.h"
#include "core/standard/requirementcode.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace adit {

/// One step of a standard's rating scale. A rating is an index into the scale of the case's standard, never a fixed
/// enum: other schemes rate otherwise (scoring.md). Ordered from best to worst; steps without points stand outside the
/// score (deferred) and come last.
struct ScaleStep
{
    QString code;                   ///< "full": stored, exchanged, never shown
    LocalText label;                ///< "fully meets"
    LocalText word;                 ///< "Fully", on buttons
    QString glyph;                  ///< disc, three-quarters, half, ring, clock
    QString key;                    ///< the one key that gives this rating
    std::optional<Fraction> points; ///< of 1; nothing: outside numerator and denominator until rated
    bool needsJustification = false;
    bool needsUntil = false; ///< wants the date when it will be rated

    friend bool operator==(const ScaleStep &, const ScaleStep &) = default;
};

/// What it takes to reach one level. All conditions that are set must hold (scoring.md, levels).
struct LevelRule
{
    QString code;                          ///< "IRMA 50": machine output
    LocalText name;                        ///< "50": on screen and in print
    std::optional<Fraction> eachPrinciple; ///< at least this share in each principle
    std::optional<int> criticalFloor;      ///< scale index every relevant critical must reach
    std::optional<int> planBelow;          ///< every relevant critical below this scale index needs a dated plan
    std::optional<int> everyRequirement;   ///< scale index every relevant requirement must reach

    friend bool operator==(const LevelRule &, const LevelRule &) = default;
};

/// How chapters make up a principle's score. Which one is an assumption, so it is data (scoring.md).
enum class PrincipleRule { Pooled, MeanOfChapters };

/// Which kind of mine a requirement is for. The other kind leaves it out by rule.
enum class AppliesTo { Both, NewMines, ExistingMines };

/// One node of the standard's tree: principle, chapter, criterion or requirement.
struct StandardNode
{
    StandardNode(const RequirementCode &nodeCode, int parentIndex)
        : code(nodeCode)
        , parent(parentIndex)
    {}

    RequirementCode code;
    int parent; ///< index into Standard::nodes(), -1 for a principle
    LocalText title;
    LocalText shortTitle;        ///< for narrow places; may be empty
    LocalText statement;         ///< what is asked; requirements only
    LocalText relevanceRule;     ///< when it may be left out as not relevant; chapters only, may be empty
    QString numberingConfidence; ///< certain, inferred, probable, medium or low (provenance)
    bool critical = false;
    QString criticalConfidence; ///< certain or assumed; empty where not critical
    AppliesTo appliesTo = AppliesTo::Both;
    Guidance guidance;

    friend bool operator==(const StandardNode &, const StandardNode &) = default;
};

/// Words around a result. What a level is called is data, so that only a catalogue that declares itself official prints
/// an official name (domain/README.md). Placeholders: {level}, {floor}, {ceiling}, {assumed}, {criticals}.
struct LevelLabels
{
    LocalText achieved;
    LocalText notAchieved;
    LocalText inProgress;
    LocalText onlyPossible; ///< in progress, but floor and ceiling are the same already
    LocalText pending;
    LocalText qualification; ///< the sentence that stands with every label

    friend bool operator==(const LevelLabels &, const LevelLabels &) = default;
};

/// What a standard has in a language besides its first one, and who answers for the words.
struct Translation
{
    QString language; ///< "es"
    LocalText note;   ///< what is translated and by whom; shown wherever the language is chosen

    friend bool operator==(const Translation &, const Translation &) = default;
};

/// A standard (catalogue) as a case uses it: tree, scale, level rules, process. Immutable once loaded.
class Standard
{
public:
    struct Parts
    {
        QString id;            ///< "irma-style"
        QString version;       ///< "1.0"
        bool official = false; ///< loaded by a user who holds the official text
        LocalText title;
        LocalText notice; ///< what this catalogue is and is not; shown wherever it is shown or printed
        std::vector<Translation> translations;
        std::vector<ScaleStep> scale;
        std::vector<LevelRule> levels; ///< from highest to lowest
        LevelLabels labels;
        PrincipleRule principleRule = PrincipleRule::Pooled;
        std::vector<std::vector<Fraction>> otherPoints; ///< plausible other point tables, for sensitivity
        ProcessRules process;
        std::vector<StandardNode> nodes; ///< in document order, parents before children
    };

    explicit Standard(Parts parts);

    QString id() const { return m_parts.id; }
    QString version() const { return m_parts.version; }
    QString qualifiedId() const { return m_parts.id + QLatin1Char('-') + m_parts.version; }
    const Parts &parts() const { return m_parts; }
    const LocalText &title() const { return m_parts.title; }
    const LocalText &notice() const { return m_parts.notice; }
    const std::vector<Translation> &translations() const { return m_parts.translations; }
    const std::vector<ScaleStep> &scale() const { return m_parts.scale; }
    const std::vector<LevelRule> &levels() const { return m_parts.levels; }
    const LevelLabels &labels() const { return m_parts.labels; }
    PrincipleRule principleRule() const { return m_parts.principleRule; }
    const ProcessRules &process() const { return m_parts.process; }
    const std::vector<ProcessStep> &steps() const { return m_parts.process.steps; }
    const std::vector<StandardNode> &nodes() const { return m_parts.nodes; }

    /// SHA-256 of the canonical JSON of everything above: which wording a case was assessed under.
    /// Worked out when it is first asked for, which takes longer than all else; from any thread.
    Digest hash() const;

    const StandardNode *find(const RequirementCode &code) const;
    std::optional<int> nodeIndex(const RequirementCode &code) const;
    std::optional<int> scaleIndex(const QString &code) const;
    /// Indices into nodes() of all requirements, in document order; a requirement's place in this list is its ordinal.
    const std::vector<int> &requirements() const { return m_requirements; }
    const std::vector<int> &principles() const { return m_principles; }
    /// Children of a node, in document order.
    const std::vector<int> &children(int node) const { return m_children[static_cast<std::size_t>(node)]; }
    /// Place of a requirement in requirements(); nothing for other nodes and unknown codes.
    std::optional<int> ordinal(const RequirementCode &requirement) const;
    /// Requirements (ordinals) from first to one past the last below a node; a requirement spans itself.
    std::pair<int, int> ordinalsBelow(int node) const { return m_ordinals[static_cast<std::size_t>(node)]; }
    const StandardNode &requirement(int ordinal) const
    {
        return m_parts.nodes[static_cast<std::size_t>(m_requirements[static_cast<std::size_t>(ordinal)])];
    }
    int criticalCount() const;
    /// Critical flags that this project assumed rather than read.
    int assumedCriticalCount() const;

private:
    void buildIndexes();

    Parts m_parts;
    QHash<RequirementCode, int> m_byCode;
    std::vector<int> m_requirements;
    std::vector<int> m_principles;
    std::vector<std::vector<int>> m_children;
    std::vector<std::pair<int, int>> m_ordinals;
    QHash<QString, int> m_scaleByCode;
    struct Hash
    {
        std::once_flag once;
        Digest value{};
    };
    std::shared_ptr<Hash> m_hash = std::make_shared<Hash>(); ///< copies share it: they are the same standard
};

} // namespace adit
