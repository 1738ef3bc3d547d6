// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/findingpanel.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/assess/findinghistory.h"
#include "ui/pages/assess/lockline.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

FindingPanel::FindingPanel(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_head(new SectionHeader(tr("Finding"), this))
    , m_finding(new CommitTextEdit(this))
    , m_history(new FindingHistory(this))
{
    m_head->setAudience(AudienceMark::Public, tr("public"));
    m_finding->setObjectName(QStringLiteral("finding"));
    m_finding->setAccessibleName(tr("Finding, public"));
    m_finding->setPlaceholderText(tr("What was examined, how much of it, what was seen, what is missing"));
    m_finding->setMinimumHeight(scaled(font(), 84));
    auto *sourceBox = new QWidget(this);
    auto *flow = new FlowLayout(6, sourceBox);
    flow->addWidget(newLabel(sourceBox, tr("Sources"), Type::Small, Role::ThirdText));
    for (const QString &code : sourceCodes()) {
        auto *chip = new Chip(sourceWord(code), sourceBox);
        chip->setObjectName(QStringLiteral("source-%1").arg(code));
        connect(chip, &Chip::clicked, this, &FindingPanel::submitSources);
        flow->addWidget(chip);
        m_sources.emplace_back(code, chip);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_head);
    layout->addWidget(m_finding, 1);
    layout->addWidget(m_history);
    layout->addWidget(sourceBox);
    connect(m_finding, &CommitTextEdit::committed, this, [this](const QString &text) {
        m_editor.submit(rate(m_editor.document().view(), m_code->toString(), {.finding = text}));
    });
    connect(m_finding, &CommitTextEdit::left, this, &FindingPanel::left);
    // What is typed is stored first: it becomes one of the earlier texts.
    connect(m_history, &FindingHistory::takenBack, this, [this](const QString &text) {
        if (commitNow())
            m_editor.submit(rate(m_editor.document().view(), m_code->toString(), {.finding = text}));
    });
    connect(m_finding, &QPlainTextEdit::textChanged, this, &FindingPanel::refreshCounts);
}

void FindingPanel::show(const RequirementCode &code, const std::vector<LogEntry> &log)
{
    if (m_code != code) {
        forget();
        m_history->forget();
    }
    m_code = code;
    const Record &answer = m_editor.document().assessment().answer(code);
    m_finding->setStored(answer[field::answer::finding]);
    const bool locked = isLocked(m_editor.document(), code);
    setWritable(m_finding, !locked);
    const QStringList sources = answer[field::answer::sources];
    for (const auto &[source, chip] : m_sources) {
        chip->setChecked(sources.contains(source));
        chip->setEnabled(!locked);
    }
    m_history->show(log, answer[field::answer::finding], m_editor.document().today());
    refreshCounts();
}

bool FindingPanel::commitNow()
{
    m_finding->commitNow();
    return !m_finding->hasPending();
}

void FindingPanel::forget()
{
    m_finding->forget();
}

void FindingPanel::refreshCounts()
{
    const int words = m_finding->wordCount();
    m_head->setDetail(words == 0 ? QString() : tr("%n word(s)", nullptr, words));
}

void FindingPanel::submitSources()
{
    QStringList chosen;
    for (const auto &[source, chip] : m_sources) {
        if (chip->isChecked())
            chosen.append(source);
    }
    m_editor.submit(rate(m_editor.document().view(), m_code->toString(), {.sources = chosen}));
}

} // namespace adit
