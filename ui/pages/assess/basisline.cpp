// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/basisline.h"

#include "core/process/basis.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/assess/lockline.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// Numbers of records and their names, in the order in which they were numbered.
using Named = std::vector<std::pair<QString, QString>>;

template <typename Label, typename Name>
void addNamed(Named &named, const Assessment &assessment, EntityKind kind, const std::vector<EntityId> &ids,
              Label label, Name name)
{
    const auto first = static_cast<std::ptrdiff_t>(named.size());
    for (const EntityId &id : ids)
        if (const Record *record = assessment.find(kind, id))
            named.emplace_back((*record)[label], name(*record));
    std::sort(named.begin() + first, named.end(), [](const auto &a, const auto &b) {
        return std::pair(a.first.size(), a.first) < std::pair(b.first.size(), b.first);
    });
}

} // namespace

BasisLine::BasisLine(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_line(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_flag(new QWidget(this))
    , m_flagWords(newLabel(m_flag, {}, Type::Small, Role::Partially))
    , m_reasonBox(new QWidget(this))
    , m_reason(new CommitTextEdit(m_reasonBox))
{
    m_line->setObjectName(QStringLiteral("basisWords"));
    m_line->setWordWrap(true);
    m_flagWords->setObjectName(QStringLiteral("basisFlag"));
    m_flagWords->setWordWrap(true);
    auto *flag = new QHBoxLayout(m_flag);
    flag->setContentsMargins(0, 0, 0, 0);
    flag->setSpacing(6);
    flag->addWidget(new IconLabel(QStringLiteral("flag"), Role::Partially, m_flag), 0, Qt::AlignTop);
    flag->addWidget(m_flagWords, 1);
    m_reason->setObjectName(QStringLiteral("basisReason"));
    m_reason->setAccessibleName(fieldLabel(infoOf(field::answer::basis_reason)));
    m_reason->setPlaceholderText(tr("Why these sources are enough"));
    m_reason->setLines(1);
    m_reason->setFixedHeight(m_reason->sizeHint().height());
    auto *head = new SectionHeader(fieldLabel(infoOf(field::answer::basis_reason)), m_reasonBox);
    head->setAudience(AudienceMark::Team, tr("team only"));
    auto *reason = new QVBoxLayout(m_reasonBox);
    reason->setContentsMargins(0, 0, 0, 0);
    reason->setSpacing(grid::unit);
    reason->addWidget(head);
    reason->addWidget(m_reason);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_line);
    layout->addWidget(m_flag);
    layout->addWidget(m_reasonBox);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_reason, &CommitTextEdit::left, this, &BasisLine::left);
    connect(m_reason, &CommitTextEdit::committed, this, [this](const QString &text) {
        const CaseView view = m_editor.document().view();
        m_editor.submit(changeRecord(view, view.assessment.answerRef(*m_code),
                                     {.values = {{&infoOf(field::answer::basis_reason), text}}}));
    });
}

QString BasisLine::restsOn(const Basis &basis) const
{
    const Assessment &assessment = m_editor.document().assessment();
    Named named;
    addNamed(named, assessment, EntityKind::Evidence, basis.evidence, field::evidence::label,
             [](const Record &record) { return record[field::evidence::title]; });
    addNamed(named, assessment, EntityKind::Interview, basis.interviews, field::interview::label,
             [](const Record &record) { return record[field::interview::people].join(QStringLiteral(", ")); });
    constexpr std::size_t mostShown = 5;
    QStringList labels;
    QStringList lines;
    for (const auto &[label, name] : named) {
        lines.append(name.isEmpty() ? label : label + QStringLiteral("  ") + name);
        if (lines.size() <= static_cast<qsizetype>(mostShown))
            labels.append(label);
    }
    m_line->setToolTip(lines.join(QLatin1Char('\n')));
    QStringList parts;
    if (named.size() > mostShown)
        parts.append(tr("Rests on %1 and %n more", nullptr, static_cast<int>(named.size() - mostShown))
                         .arg(labels.join(QStringLiteral(", "))));
    else if (!named.empty())
        parts.append(tr("Rests on %1").arg(labels.join(QStringLiteral(", "))));
    else
        parts.append(tr("No evidence or interview yet"));
    if (const int kinds = basis.independentKinds(); kinds > 0)
        parts.append(tr("%n independent kind(s) of source", nullptr, kinds));
    return parts.join(QStringLiteral(" · "));
}

void BasisLine::show(const RequirementCode &code)
{
    if (m_code != code)
        forget();
    m_code = code;
    const CaseDocument &document = m_editor.document();
    const Basis basis = BasisIndex(document.assessment()).of(code);
    m_line->setText(restsOn(basis));
    const RatedItem &item = document.ratedItems()[static_cast<std::size_t>(*document.standard().ordinal(code))];
    const bool isAlone = standsOnCompanyAlone(document.view(), item, basis);
    const QString reason = document.assessment().answer(code)[field::answer::basis_reason];
    m_flagWords->setText(basis.sources.isEmpty() ? tr("Met, but no kind of source is named yet.")
                                                 : tr("Met on company documents and management alone."));
    m_flag->setVisible(isAlone && reason.isEmpty());
    m_reason->setStored(reason);
    setWritable(m_reason, !isLocked(document, code));
    m_reasonBox->setVisible(isAlone || !reason.isEmpty());
}

bool BasisLine::commitNow()
{
    m_reason->commitNow();
    return !m_reason->hasPending();
}

void BasisLine::forget()
{
    m_reason->forget();
}

} // namespace adit
