// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/identity/profile.h"

#include <QObject>

class QSettings;

namespace adit {

/// Which member of the team sits at this laptop, so that the window can show what is theirs. A person says so once for
/// each case, and it is remembered here and not in the case: on another laptop somebody else sits. Whatever comes to
/// know who it is by itself calls setMember() as well.
class WhoAmI final : public QObject
{
    Q_OBJECT
public:
    WhoAmI(const CaseDocument &document, QSettings &settings, QObject *parent = nullptr);

    /// A label of the team ("T-A02"); empty where nobody said, and for who is not on the team any more.
    QString member() const;
    void setMember(const QString &label);
    /// Somebody has opened their profile: the member whose fingerprint it is, else the one of that name.
    void recognise(const PublicProfile &profile);
    /// Allocated to them.
    QStringList chapters() const;

Q_SIGNALS:
    /// Another member, or other chapters.
    void changed();

private:
    QString key() const;

    const CaseDocument &m_document;
    QSettings &m_settings;
};

} // namespace adit
