// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/namessection.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/assess/reasonform.h"
#include "ui/pages/publish/printedmarks.h"
#include "ui/pages/publish/textfindrow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/releasewords.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

constexpr std::size_t mostShown = 12;

bool isBlock(const NameFound &found)
{
    return found.finding.severity == GuardFinding::Severity::Block;
}

} // namespace

NamesSection::NamesSection(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_head(new SectionHeader(tr("Names found"), this))
    , m_form(new ReasonForm(QStringLiteral("passName"), this))
    , m_rows(new QVBoxLayout)
{
    m_head->setRuled(true);
    m_head->addLeading(new IconLabel(QStringLiteral("shield"), Role::SecondText, m_head));
    m_form->findChild<CommitTextEdit *>()->setAccessibleName(tr("Why it may be printed"));
    m_form->hide();
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_head);
    layout->addWidget(m_form);
    layout->addLayout(m_rows);
    connect(m_form, &ReasonForm::confirmed, this, &NamesSection::pass);
    connect(m_form, &ReasonForm::cancelled, this, &NamesSection::forget);
}

NamesSection::Place NamesSection::placeOf(const NameFound &found)
{
    return {found.finding.person, found.finding.part, found.text.place()};
}

void NamesSection::refresh(const PublishState &state)
{
    emptyLayout(m_rows);
    setVisible(!state.namesUnread);
    if (state.namesUnread)
        return;
    m_head->setDetail(tr("%1, %2").arg(tr("%n person(s)", nullptr, static_cast<int>(state.people)),
                                       tr("%n public text(s)", nullptr, static_cast<int>(state.texts))));
    std::vector<Place> seen;
    std::size_t left = 0;
    int passed = 0;
    for (const NameFound &found : state.names) {
        const Place place = placeOf(found);
        if (std::ranges::find(seen, place) != seen.end())
            continue;
        seen.push_back(place);
        if (!found.blocks())
            ++passed;
        else if (m_isAllShown || seen.size() <= mostShown)
            m_rows->addWidget(newRow(found));
        else
            ++left;
    }
    if (left > 0) {
        auto *more = new Button(Button::Kind::Link, tr("Show %n more", nullptr, static_cast<int>(left)), this);
        more->setObjectName(QStringLiteral("namesMore"));
        connect(more, &Button::clicked, this, [this] {
            m_isAllShown = true;
            refresh(PublishState(m_editor.document()));
        });
        m_rows->addWidget(more, 0, Qt::AlignLeading);
    }
    if (state.names.empty() || passed > 0) {
        auto *note = newReading(this,
                                state.names.empty() ? tr("Nobody’s name is in a text that goes out.")
                                                    : tr("%n let pass by a second person.", nullptr, passed),
                                Type::Small, Role::SecondText);
        note->setObjectName(QStringLiteral("namesNote"));
        note->setContentsMargins(0, grid::unit, 0, 0);
        m_rows->addWidget(note);
    }
}

QWidget *NamesSection::newRow(const NameFound &found)
{
    const GuardFinding &finding = found.finding;
    const QString words = found.text.text.mid(finding.from, finding.length);
    auto *row = new TextFindRow(
        QStringLiteral("name"),
        {.place = textPlaceWords(found.text.entity, found.text.field->name),
         .text = found.text.text,
         .from = finding.from,
         .length = finding.length,
         .shown = isBlock(found) ? tr("%1 of %2").arg(namePartWords(finding.part), finding.person) : QString(),
         .mark = isBlock(found) ? MarkedText::Mark::Blocked : MarkedText::Mark::Doubtful,
         .why = findingWords(finding)},
        this);
    row->setObjectName(isBlock(found) ? QStringLiteral("nameBlock") : QStringLiteral("nameCheck"));
    row->tag()->setText(isBlock(found) ? tr("Block") : tr("Check"));
    row->tag()->setIconName(isBlock(found) ? QStringLiteral("close") : QStringLiteral("warning"));
    row->tag()->setTone(isBlock(found) ? Chip::Tone::Block : Chip::Tone::Warn);
    Button *act = row->addAction(isBlock(found) ? QStringLiteral("nameWithhold") : QStringLiteral("namePass"),
                                 isBlock(found) ? tr("Withhold…") : tr("Let pass…"));
    const EntityRef entity = found.text.entity;
    connect(row, &TextFindRow::textWanted, this, [this, entity] { Q_EMIT textWanted(entity); });
    connect(row, &TextFindRow::pageWanted, this, [this, found] {
        Q_EMIT placeWanted(placeOfText(m_editor.document().assessment(), found.text.entity, found.text.text,
                                       found.finding.from, found.finding.length));
    });
    if (isBlock(found))
        connect(act, &Button::clicked, this, [this, entity, field = QString(found.text.field->name), words] {
            Q_EMIT withholdingWanted(entity, field, words);
        });
    else
        connect(act, &Button::clicked, this, [this, found] { ask(found); });
    return row;
}

void NamesSection::ask(const NameFound &found)
{
    if (!m_editor.profile())
        return m_editor.askForProfile();
    m_asked = placeOf(found);
    m_form->ask(ReasonForm::Asks::Justification,
                tr("Why the %1 of %2 may be printed in %3")
                    .arg(namePartWords(found.finding.part), found.finding.person,
                         textPlaceWords(found.text.entity, found.text.field->name)),
                tr("Let pass"), {}, std::nullopt);
    Q_EMIT shownWanted(m_form);
}

void NamesSection::pass(const QString &reason)
{
    const auto profile = m_editor.profile();
    if (!profile)
        return m_editor.askForProfile();
    CaseDocument &document = m_editor.document();
    const PublishState state(document);
    const auto found =
        std::ranges::find_if(state.names, [&](const NameFound &name) { return placeOf(name) == m_asked; });
    if (found == state.names.end())
        return forget();
    const auto authors = authorsOf(document, found->text);
    const auto edit = authors ? passName(document.view(), document.newEntity(EntityKind::Dismissal), *found, reason,
                                         *authors, *profile, document.today())
                              : Result<Edit>(authors.error());
    if (m_editor.submit(edit))
        forget();
}

bool NamesSection::hasPending() const
{
    return !m_form->isHidden() && !m_form->commitNow();
}

void NamesSection::forget()
{
    m_form->forget();
    m_form->hide();
    m_asked.reset();
}

} // namespace adit
