// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profile/holdersview.h"

#include "core/edits/identityverbs.h"
#include "core/identity/privatefile.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

HoldersView::HoldersView(Editor &editor, std::function<QString()> chooseCard, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_chooseCard(std::move(chooseCard))
    , m_rows(new QVBoxLayout)
{
    auto *head = new SectionHeader(tr("Who can read the names you wrote"), this);
    head->setAudience(AudienceMark::Identity, tr("sealed"));
    head->setRuled(true);
    auto *share = new Button(Button::Kind::Plain, tr("Share with one more person…"), this);
    share->setObjectName(QStringLiteral("shareNames"));
    m_rows->setSpacing(grid::unit);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(share);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(head);
    layout->addLayout(m_rows);
    layout->addWidget(newReading(this,
                                 tr("Share them with the lead auditor at least: names that one person alone can read "
                                    "are lost with that person’s key. You need the card that the other person saved "
                                    "from their profile; compare the fingerprint with them."),
                                 Type::Small, Role::ThirdText));
    layout->addLayout(buttons);
    connect(share, &Button::clicked, this, &HoldersView::share);
}

void HoldersView::refresh()
{
    emptyLayout(m_rows);
    const auto profile = m_editor.profile();
    if (!profile)
        return;
    const Assessment &assessment = m_editor.document().assessment();
    const QStringList holders = Compartment(assessment, *profile).holdersOfOwn();
    for (const QString &fingerprint : holders) {
        const auto holder = profileIn(assessment, fingerprint);
        const QString name = holder ? holder->name : tr("unknown");
        const bool isSelf = fingerprint == profile->shown().fingerprint();
        auto *row =
            newReading(this, isSelf ? tr("%1 (you)").arg(name) : QStringLiteral("%1  %2").arg(name, fingerprint),
                       Type::Body, Role::Text);
        row->setObjectName(QStringLiteral("holder"));
        m_rows->addWidget(row);
    }
    if (holders.isEmpty())
        m_rows->addWidget(newReading(this, tr("You wrote no names in this case yet."), Type::Body, Role::SecondText));
}

void HoldersView::share()
{
    const auto profile = m_editor.profile();
    const QString path = profile ? m_chooseCard() : QString();
    if (path.isEmpty())
        return;
    const auto file = readSmallFile(path);
    const auto holder = file ? readPublicProfile(*file, path) : Result<PublicProfile>(file.error());
    m_editor.submit(holder ? shareIdentities(m_editor.document().view(), *profile, *holder)
                           : Result<Edit>(holder.error()));
    refresh();
}

} // namespace adit
