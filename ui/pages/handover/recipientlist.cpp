// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/recipientlist.h"

#include "core/base/time.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/fingerprint.h"
#include "ui/words/rolewords.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

RecipientList::RecipientList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

std::vector<RecipientList::Person> RecipientList::peopleIn(const Assessment &assessment) const
{
    std::vector<Person> people;
    const auto add = [&](const PublicProfile &profile) {
        const bool isThere = std::ranges::any_of(
            people, [&](const Person &person) { return person.profile.signKey == profile.signKey; });
        if (!isThere)
            people.push_back({profile, revocationIn(assessment, profile.fingerprint())});
    };
    for (const auto &[id, record] : assessment.records(EntityKind::Profile)) {
        if (const auto profile = profileFrom(record))
            add(*profile);
    }
    for (const PublicProfile &profile : m_added)
        add(profile);
    std::ranges::sort(people, [](const Person &a, const Person &b) {
        return std::pair(a.profile.name.toCaseFolded(), a.profile.signKey) <
               std::pair(b.profile.name.toCaseFolded(), b.profile.signKey);
    });
    return people;
}

void RecipientList::refresh(const Assessment &assessment, const QString &own)
{
    std::vector<Person> people = peopleIn(assessment);
    const bool isSame = own == m_own && m_rows->count() > 0 &&
                        std::ranges::equal(people, m_people, [](const Person &a, const Person &b) {
                            return a.profile == b.profile && a.revocation.has_value() == b.revocation.has_value();
                        });
    if (isSame)
        return; // whoever is going through the boxes stays where they are
    m_people = std::move(people);
    m_own = own;
    emptyLayout(m_rows);
    for (const Person &person : m_people) {
        if (person.revocation)
            m_ticked.remove(person.profile.fingerprint());
        m_rows->addWidget(newRow(person));
    }
    if (m_people.empty()) {
        auto *nobody = newReading(this,
                                  tr("Nobody’s profile stands in this case yet. Ask for the card that people save from "
                                     "their profile, and add it here."),
                                  Type::Body, Role::SecondText);
        nobody->setContentsMargins(0, grid::inside, 0, 0);
        m_rows->addWidget(nobody);
    }
    Q_EMIT changed();
}

QWidget *RecipientList::newRow(const Person &person)
{
    const auto &[profile, revocation] = person;
    const QString fingerprint = profile.fingerprint();
    auto *row = new QFrame(this);
    row->setProperty("rule", QStringLiteral("bottom"));
    auto *box = new QCheckBox(fingerprint == m_own ? tr("%1 (you)").arg(profile.name) : profile.name, row);
    box->setObjectName(QStringLiteral("recipient-") + fingerprint);
    box->setAccessibleDescription(fingerprint);
    box->setEnabled(!revocation);
    box->setChecked(m_ticked.contains(fingerprint));
    auto *roles = new ElidedLabel(roleWords(profile.roles).join(tr(", ")), row);
    roles->setLook(Type::Small, Role::ThirdText);
    auto *first = new QHBoxLayout;
    first->setSpacing(grid::inside);
    first->addWidget(box);
    if (revocation) {
        auto *tag =
            new Chip(tr("Revoked since %1").arg(dateWords(QDate::fromString(revocation->since, Qt::ISODate))), row);
        tag->setObjectName(QStringLiteral("revoked"));
        tag->setTag();
        tag->setTone(Chip::Tone::Block);
        tag->setToolTip(revocation->reason);
        first->addWidget(tag);
    }
    first->addWidget(roles, 1);
    QLabel *print = newFingerprint(row, fingerprint, revocation ? Role::ThirdText : Role::SecondText);
    // Below the name, not below its box.
    print->setIndent(style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, box) +
                     style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, box));
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 6, 0, 6);
    layout->setSpacing(2);
    layout->addLayout(first);
    layout->addWidget(print);
    connect(box, &QCheckBox::toggled, this, [this, fingerprint](bool ticked) {
        if (ticked)
            m_ticked.insert(fingerprint);
        else
            m_ticked.remove(fingerprint);
        Q_EMIT changed();
    });
    return row;
}

void RecipientList::add(const PublicProfile &profile)
{
    m_added.push_back(profile);
    const QString fingerprint = profile.fingerprint();
    m_ticked.insert(fingerprint);
    if (auto *box = findChild<QCheckBox *>(QStringLiteral("recipient-") + fingerprint))
        box->setChecked(box->isEnabled());
}

std::vector<PublicProfile> RecipientList::chosen() const
{
    std::vector<PublicProfile> chosen;
    for (const Person &person : m_people) {
        if (!person.revocation && m_ticked.contains(person.profile.fingerprint()))
            chosen.push_back(person.profile);
    }
    return chosen;
}

void RecipientList::chooseNobody()
{
    m_ticked.clear();
    for (auto *box : findChildren<QCheckBox *>())
        box->setChecked(false);
}

} // namespace adit
