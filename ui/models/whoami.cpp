// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/whoami.h"

#include "core/edits/recordrules.h"
#include "core/process/mywork.h"
#include "core/process/team.h"

#include <QSettings>
#include <algorithm>

namespace adit {

WhoAmI::WhoAmI(const CaseDocument &document, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_settings(settings)
{
    connect(&document, &CaseDocument::changed, this, [this](const ChangeSet &changes) {
        if (changes.touches(EntityKind::TeamMember))
            Q_EMIT changed();
    });
}

QString WhoAmI::key() const
{
    return QStringLiteral("case/%1/member").arg(m_document.assessment().id().toString());
}

QString WhoAmI::member() const
{
    const QString label = m_settings.value(key()).toString();
    const auto members = activeMembers(m_document.assessment());
    const bool isThere = std::ranges::any_of(
        members, [&](const Record *member) { return (*member)[field::team_member::label] == label; });
    return isThere ? label : QString();
}

void WhoAmI::setMember(const QString &label)
{
    if (label == m_settings.value(key()).toString())
        return;
    m_settings.setValue(key(), label);
    Q_EMIT changed();
}

void WhoAmI::recognise(const PublicProfile &profile)
{
    const auto &team = m_document.assessment().records(EntityKind::TeamMember);
    const auto labelWhere = [&](const auto &isThem) {
        const auto found = std::ranges::find_if(team, [&](const auto &entry) { return isThem(entry.second); });
        return found == team.end() ? QString() : found->second[field::team_member::label];
    };
    const QString byKey =
        labelWhere([&](const Record &record) { return record[field::team_member::profile] == profile.fingerprint(); });
    const QString label = !byKey.isEmpty() ? byKey : labelWhere([&](const Record &record) {
        return isSamePerson(record[field::team_member::name], profile.name);
    });
    if (!label.isEmpty())
        setMember(label);
}

QStringList WhoAmI::chapters() const
{
    return chaptersOf(m_document.assessment(), member());
}

} // namespace adit
