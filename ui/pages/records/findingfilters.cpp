// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/findingfilters.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// "3.1" of "3.1.10.1".
QString chapterOf(const QString &requirement)
{
    return requirement.section(QLatin1Char('.'), 0, 1);
}

bool isBefore(const QString &a, const QString &b)
{
    const auto first = RequirementCode::fromString(a);
    const auto second = RequirementCode::fromString(b);
    return first && second ? *first < *second : a < b;
}

QString gradeWord(const QString &code)
{
    return choiceWord(infoOf(field::nonconformity::grade), code);
}

} // namespace

FindingFilters::FindingFilters(const CaseDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_grade(newChip("filterGrade"))
    , m_owner(newChip("filterOwner"))
    , m_chapter(newChip("filterChapter"))
    , m_overdue(newChip("filterOverdue"))
    , m_critical(newChip("filterCriticalRequirement"))
    , m_summary(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_wanted(newLabel(this, {}, Type::Small, Role::Partially))
    , m_hint(newHint())
{
    setObjectName(QStringLiteral("findingFilters"));
    m_overdue->setText(tr("Overdue"));
    m_overdue->setIconName(QStringLiteral("warning"));
    m_critical->setText(tr("Critical requirement"));
    m_critical->setDiamond(true);
    m_summary->setObjectName(QStringLiteral("findingSummary"));
    m_summary->setMinimumHeight(scaled(font(), 24));
    m_summary->setMinimumWidth(1); // it may be cut off, it must not keep the list from being narrow
    m_summary->setContentsMargins(6, 0, 0, 0);
    for (Chip *chip : {m_grade, m_owner, m_chapter})
        chip->setMenuMark(true);
    auto *chips = new QWidget(this);
    auto *flow = new FlowLayout(6, chips);
    for (Chip *chip : {m_grade, m_owner, m_chapter, m_overdue, m_critical})
        flow->addWidget(chip);
    flow->addWidget(m_summary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(chips);
    layout->addWidget(m_hint);
    connect(m_overdue, &Chip::clicked, this, [this](bool checked) {
        m_conditions.overdue = checked;
        Q_EMIT changed();
    });
    connect(m_critical, &Chip::clicked, this, [this](bool checked) {
        m_conditions.critical = checked;
        Q_EMIT changed();
    });
    connect(m_grade, &Chip::clicked, this, [this] {
        std::vector<std::pair<QString, QString>> choices;
        for (const QString &code : choiceCodes(infoOf(field::nonconformity::grade)))
            choices.emplace_back(code, gradeWord(code));
        offer(m_grade, choices, &NonconformityConditions::grade);
    });
    connect(m_owner, &Chip::clicked, this, [this] {
        std::vector<std::pair<QString, QString>> choices;
        for (const QString &owner : std::as_const(m_owners))
            choices.emplace_back(owner, owner);
        offer(m_owner, choices, &NonconformityConditions::owner);
    });
    connect(m_chapter, &Chip::clicked, this, [this] {
        std::vector<std::pair<QString, QString>> choices;
        for (const QString &chapter : std::as_const(m_chapters)) {
            const auto code = RequirementCode::fromString(chapter);
            choices.emplace_back(chapter,
                                 code ? chapter + QLatin1Char(' ') + titleOf(m_document.standard(), *code) : chapter);
        }
        offer(m_chapter, choices, &NonconformityConditions::chapter);
    });
    refresh();
}

QWidget *FindingFilters::newHint()
{
    auto *hint = new QWidget(this);
    hint->setObjectName(QStringLiteral("withoutNonconformity"));
    auto *show = new Button(Button::Kind::Link, tr("Show them"), hint);
    show->setObjectName(QStringLiteral("showWithoutNonconformity"));
    auto *line = new QHBoxLayout(hint);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid::inside);
    line->addWidget(new IconLabel(QStringLiteral("warning"), Role::Partially, hint));
    line->addWidget(m_wanted);
    line->addWidget(show);
    line->addStretch(1);
    hint->hide();
    connect(show, &Button::clicked, this, &FindingFilters::showWanted);
    return hint;
}

Chip *FindingFilters::newChip(const char *name)
{
    auto *chip = new Chip({}, this);
    chip->setObjectName(QLatin1String(name));
    return chip;
}

void FindingFilters::offer(Chip *chip, const std::vector<std::pair<QString, QString>> &choices,
                           QString NonconformityConditions::*value)
{
    refresh(); // a click has turned the chip over; what is chosen decides
    auto *menu = new QMenu(chip);
    menu->setObjectName(chip->objectName() + QStringLiteral("Menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &code, const QString &words) {
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_conditions.*value == code);
        connect(action, &QAction::triggered, this, [this, value, code] {
            m_conditions.*value = code;
            refresh();
            Q_EMIT changed();
        });
    };
    add({}, tr("All"));
    menu->addSeparator();
    for (const auto &choice : choices)
        add(choice.first, choice.second);
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height() + 2)));
}

void FindingFilters::setConditions(const NonconformityConditions &conditions)
{
    m_conditions = conditions;
    refresh();
    Q_EMIT changed();
}

void FindingFilters::setCards(const std::vector<NonconformityCard> &cards, std::size_t shown)
{
    m_owners.clear();
    m_chapters.clear();
    for (const NonconformityCard &card : cards) {
        if (!card.owner.isEmpty() && !m_owners.contains(card.owner, Qt::CaseInsensitive))
            m_owners.append(card.owner);
        for (const QString &requirement : card.requirements)
            if (const QString chapter = chapterOf(requirement); !m_chapters.contains(chapter))
                m_chapters.append(chapter);
    }
    m_owners.sort(Qt::CaseInsensitive);
    std::ranges::sort(m_chapters, isBefore);
    QStringList grades;
    const QStringList codes = choiceCodes(infoOf(field::nonconformity::grade));
    for (auto code = codes.crbegin(); code != codes.crend(); ++code)
        if (const auto count = std::ranges::count(cards, *code, &NonconformityCard::grade); count > 0)
            grades.append(QStringLiteral("%1 %2").arg(count).arg(gradeWord(*code).toLower()));
    QString words = tr("%n nonconformity(ies): %1", nullptr, int(cards.size())).arg(grades.join(QStringLiteral(", ")));
    if (const auto withdrawn = std::ranges::count(cards, true, &NonconformityCard::isWithdrawn); withdrawn > 0)
        words += QStringLiteral(" · ") + tr("%n withdrawn, in the table only", nullptr, int(withdrawn));
    if (shown < cards.size())
        words += QStringLiteral(" · ") + tr("%n fit(s) the filters", nullptr, int(shown));
    m_summary->setText(words);
}

void FindingFilters::setWanted(qsizetype count)
{
    m_hint->setVisible(count > 0);
    m_wanted->setText(tr("%n rating(s) still need one, or a reason", nullptr, int(count)));
}

void FindingFilters::refresh()
{
    const auto say = [](Chip *chip, const QString &name, const QString &chosen, const QString &words) {
        chip->setCheckable(true); // a chip with a menu is not by itself
        chip->setText(chosen.isEmpty() ? name : words);
        chip->setAccessibleName(chosen.isEmpty() ? name : name + QStringLiteral(": ") + words);
        chip->setChecked(!chosen.isEmpty());
        chip->updateGeometry();
    };
    say(m_grade, tr("Grade"), m_conditions.grade, gradeWord(m_conditions.grade));
    say(m_owner, tr("Owner"), m_conditions.owner, m_conditions.owner);
    say(m_chapter, tr("Chapter"), m_conditions.chapter, tr("Chapter %1").arg(m_conditions.chapter));
    m_overdue->setChecked(m_conditions.overdue);
    m_critical->setChecked(m_conditions.critical);
}

} // namespace adit
