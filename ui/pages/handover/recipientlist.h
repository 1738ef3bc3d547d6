// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/identity/compartment.h"

#include <QSet>
#include <QWidget>
#include <optional>
#include <vector>

class QVBoxLayout;

namespace adit {

/// Whom a parcel can be sealed to: the profiles that stand in the case, and those whose card was added here. Each with
/// its fingerprint, since a name alone proves nothing.
class RecipientList final : public QWidget
{
    Q_OBJECT
public:
    explicit RecipientList(QWidget *parent = nullptr);

    /// What is ticked stays so. `own`: fingerprint of who sits here.
    void refresh(const Assessment &assessment, const QString &own);
    /// Somebody who need not stand in the case yet; ticked.
    void add(const PublicProfile &profile);
    std::vector<PublicProfile> chosen() const;
    void chooseNobody();

Q_SIGNALS:
    void changed();

private:
    struct Person
    {
        PublicProfile profile;
        std::optional<Revocation> revocation;
    };
    std::vector<Person> peopleIn(const Assessment &assessment) const;
    QWidget *newRow(const Person &person);

    std::vector<Person> m_people;
    QString m_own;
    std::vector<PublicProfile> m_added; ///< not in the case before something is handed over to them
    QSet<QString> m_ticked;             ///< fingerprints
    QVBoxLayout *m_rows;
};

} // namespace adit
