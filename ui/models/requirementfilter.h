// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requirementmodel.h"

#include <QSet>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <optional>

namespace adit {

/// Which requirements the tree shows. Conditions add up; nodes above a shown requirement are shown.
struct RequirementConditions
{
    QString text = {}; ///< in number or title, of the requirement or of anything above it
    bool unrated = false;
    bool critical = false;
    enum class Also {
        All,
        Open,
        BelowFull,
        Deferred,
        NotRelevant,
        NoFinding,
        NoEvidence,
        PlanMissing,
        NoNonconformity,
        InConflict
    };
    Also also = Also::All;
    std::optional<RequirementCode> below = {}; ///< only this part of the tree
    QStringList chapters = {};                 ///< only these: "mine"

    bool isEmpty() const { return *this == RequirementConditions(); }
    friend bool operator==(const RequirementConditions &, const RequirementConditions &) = default;
};

class RequirementFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RequirementFilter(RequirementModel &model, QObject *parent = nullptr);

    void setConditions(const RequirementConditions &conditions);
    const RequirementConditions &conditions() const { return m_conditions; }
    /// Stays in view although it no longer fits, so that rating it does not pull it away under the hands.
    void setKept(const std::optional<RequirementCode> &code);
    /// Does a requirement meet the conditions?
    bool fits(const RequirementCode &code) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool fitsText(const RequirementCode &code) const;
    bool fitsMore(const RequirementCode &code, const RatedItem &item) const;
    bool hasEvidence(const RequirementCode &code) const;
    bool wantsNonconformity(const RequirementCode &code) const;

    RequirementModel &m_model;
    RequirementConditions m_conditions;
    std::optional<RequirementCode> m_kept;
    // Found when they are asked for.
    mutable std::optional<QSet<QString>> m_withEvidence;
    mutable std::optional<QSet<QString>> m_withoutNonconformity;
};

} // namespace adit
