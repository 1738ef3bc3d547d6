// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/papers/versionchanges.h"

#include "core/edits/recordrules.h"
#include "core/papers/auditplan.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// Stands for the plan as it is now.
QString now()
{
    return {};
}

} // namespace

VersionChanges::VersionChanges(const CaseDocument &document, QWidget *parent)
    : RecordPanel(parent)
    , m_document(document)
    , m_other(new QComboBox(this))
    , m_none(newLabel(this, tr("Nothing changed."), Type::Small, Role::ThirdText))
    , m_lines(new QPlainTextEdit(this))
{
    m_other->setObjectName(QStringLiteral("otherVersion"));
    m_other->setAccessibleName(tr("Compared with"));
    m_lines->setObjectName(QStringLiteral("versionChanges"));
    m_lines->setAccessibleName(tr("Changes"));
    m_lines->setReadOnly(true);
    m_lines->setTabChangesFocus(true);
    m_lines->setFixedHeight(scaled(font(), 200));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(newLabel(this, tr("Changes, compared with"), Type::Small, Role::SecondText));
    layout->addWidget(m_other);
    layout->addWidget(m_none);
    layout->addWidget(m_lines);
    connect(m_other, &QComboBox::currentIndexChanged, this, &VersionChanges::showChanges);
}

void VersionChanges::open(const EntityRef &version)
{
    m_version = version.code;
    const QSignalBlocker quiet(m_other);
    m_other->clear();
    int before = -1;
    bool isBefore = true;
    for (const Record *record : recordsInOrder(m_document.assessment(), EntityKind::PlanIssue)) {
        const QString label = (*record)[field::plan_issue::label];
        isBefore = isBefore && label != m_version;
        if (label == m_version || !record->has(field::plan_issue::text))
            continue;
        if (isBefore)
            before = m_other->count();
        m_other->addItem(label, label);
    }
    m_other->addItem(tr("The plan as it stands now"), now());
    m_other->setCurrentIndex(before >= 0 ? before : m_other->count() - 1);
    showChanges();
}

void VersionChanges::refresh()
{
    if (!m_version.isEmpty())
        showChanges();
}

void VersionChanges::showChanges()
{
    const QString other = m_other->currentData().toString();
    const auto &records = m_document.assessment();
    const auto place = [&](const QString &label) {
        const auto all = recordsInOrder(records, EntityKind::PlanIssue);
        const Record *record = findByLabel(records, EntityKind::PlanIssue, label);
        return std::ranges::find(all, record) - all.begin();
    };
    const bool isNow = other == now();
    const bool otherIsEarlier = !isNow && place(other) < place(m_version);
    const auto changes = otherIsEarlier ? planChanges(m_document.view(), other, m_version)
                                        : planChanges(m_document.view(), m_version, other);
    QStringList lines;
    if (changes)
        for (const DiffLine &line : *changes)
            if (line.kind != DiffLine::Kind::Same)
                lines.append((line.kind == DiffLine::Kind::Added ? QStringLiteral("+ ") : QStringLiteral("\u2212 ")) +
                             line.text);
    m_none->setVisible(lines.isEmpty());
    m_lines->setVisible(!lines.isEmpty());
    m_lines->setPlainText(lines.join(QLatin1Char('\n')));
}

} // namespace adit
