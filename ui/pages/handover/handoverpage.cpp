// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/handoverpage.h"

#include "core/assessment/rolesight.h"
#include "core/base/time.h"
#include "core/identity/privatefile.h"
#include "core/release/parcelguard.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/handover/chapterchoice.h"
#include "ui/pages/handover/handoverlist.h"
#include "ui/pages/handover/recipientlist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicerow.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/rolewords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>
#include <utility>

namespace adit {

namespace {

QString namesOf(const std::vector<PublicProfile> &people)
{
    QStringList names;
    for (const PublicProfile &person : people)
        names.append(person.actor().replace(QLatin1Char('-'), QChar(0x2011))); // no line ends in a fingerprint
    return names.join(QStringLiteral(", "));
}

} // namespace

HandoverPage::HandoverPage(Editor &editor, Tools tools, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_tools(std::move(tools))
    , m_recipients(new RecipientList(this))
    , m_chapterBox(new QWidget(this))
    , m_chapters(new ChapterChoice(editor.document().standard(), m_chapterBox))
    , m_soFarHead(new SectionHeader(tr("Handed over so far"), this))
    , m_soFar(new HandoverList(this))
    , m_rolePanel(buildRoles())
    , m_choices(buildChoices())
    , m_what(newReading(this, {}, Type::Strong, Role::Text))
    , m_detail(newReading(this, {}, Type::Small, Role::SecondText))
    , m_openProfile(new Button(Button::Kind::Primary, tr("Open my profile"), this))
    , m_make(new Button(Button::Kind::Primary, tr("Make parcel…"), this))
    , m_splitter(new QSplitter(this))
{
    setObjectName(QStringLiteral("handoverPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newPageScroll(m_choices, right), 1);
    column->addWidget(buildFoot());
    m_splitter->addWidget(m_rolePanel);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({scaled(font(), 300), scaled(font(), 850)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(m_recipients, &RecipientList::changed, this, &HandoverPage::refreshSummary);
    connect(m_chapters, &ChapterChoice::changed, this, &HandoverPage::refreshSummary);
    connect(m_make, &Button::clicked, this, &HandoverPage::make);
    connect(m_openProfile, &Button::clicked, &m_editor, &Editor::askForProfile);
    const auto refreshShown = [this] {
        if (isVisible())
            refresh();
    };
    connect(&m_editor, &Editor::actorChanged, this, refreshShown);
    connect(&m_editor.document(), &CaseDocument::changed, this, refreshShown);
    refreshRole();
}

HandoverPage::~HandoverPage()
{
    m_work.stopAndWait();
    if (m_parcel)
        m_parcel->discard();
}

QWidget *HandoverPage::buildRoles()
{
    auto *rows = new QWidget;
    auto *list = new QVBoxLayout(rows);
    list->setContentsMargins(0, 0, 0, grid::inside);
    list->setSpacing(0);
    for (const RoleSight &sight : roleSights()) {
        const QString code = sight.role;
        auto *row = new ChoiceRow(roleWord(code), sightWords(sight) + QLatin1Char(' ') + sightOfNames(sight), rows);
        row->setObjectName(QStringLiteral("handoverRole-") + code);
        connect(row, &ChoiceRow::clicked, this, [this, code] {
            m_role = code;
            refreshRole();
        });
        list->addWidget(row);
        m_roles.push_back(row);
    }
    list->addStretch(1);
    auto *panel = new QFrame(this);
    panel->setMinimumWidth(scaled(font(), 210));
    panel->setProperty("ground", QStringLiteral("alternate"));
    panel->setAttribute(Qt::WA_StyledBackground);
    auto *note = newLabel(panel, tr("Everyone gets what their role sees."), Type::Small, Role::ThirdText);
    note->setWordWrap(true);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(grid::group, 14, grid::group, grid::inside);
    head->setSpacing(2);
    head->addWidget(newLabel(panel, tr("Hand over"), Type::Heading, Role::Text));
    head->addWidget(note);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(newPageScroll(rows, panel), 1);
    return panel;
}

QWidget *HandoverPage::buildChoices()
{
    auto *content = new QWidget;
    auto *to = new SectionHeader(tr("Who gets it"), content);
    to->setRuled(true);
    auto *card = new Button(Button::Kind::Link, tr("Add a card…"), to);
    card->setObjectName(QStringLiteral("addCard"));
    to->addTrailing(card);
    auto *chapterHead = new SectionHeader(tr("Chapters"), m_chapterBox);
    chapterHead->setDetail(tr("none ticked: all of them"));
    chapterHead->setRuled(true);
    m_chapterBox->setObjectName(QStringLiteral("handoverChapters"));
    auto *chapters = new QVBoxLayout(m_chapterBox);
    chapters->setContentsMargins(0, 0, 0, grid::page);
    chapters->setSpacing(grid::inside);
    chapters->addWidget(chapterHead);
    chapters->addWidget(m_chapters);
    m_soFarHead->setRuled(true);
    auto *note = newReading(content,
                            tr("A name alone proves nothing: compare the fingerprint with the person, by phone say, "
                               "before you seal something to it."),
                            Type::Small, Role::ThirdText);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::page);
    layout->setSpacing(0);
    layout->addWidget(to);
    layout->addWidget(m_recipients);
    layout->addSpacing(grid::inside);
    layout->addWidget(note);
    layout->addSpacing(grid::page);
    layout->addWidget(m_chapterBox);
    layout->addWidget(m_soFarHead);
    layout->addWidget(m_soFar);
    layout->addStretch(1);
    connect(card, &Button::clicked, this, &HandoverPage::addCard);
    return content;
}

QWidget *HandoverPage::buildFoot()
{
    m_what->setObjectName(QStringLiteral("handoverWhat"));
    m_detail->setObjectName(QStringLiteral("handoverDetail"));
    m_make->setObjectName(QStringLiteral("makeParcel"));
    m_openProfile->setObjectName(QStringLiteral("handoverOpenProfile"));
    auto *foot = new QFrame(this);
    foot->setProperty("rule", QStringLiteral("top"));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_what);
    words->addWidget(m_detail);
    m_footLine = new QHBoxLayout(foot);
    m_footLine->setContentsMargins(grid::page, 12, grid::page, 12);
    m_footLine->setSpacing(grid::page);
    m_footLine->addLayout(words, 1);
    m_footLine->addWidget(m_openProfile, 0, Qt::AlignVCenter);
    m_footLine->addWidget(m_make, 0, Qt::AlignVCenter);
    return foot;
}

void HandoverPage::refresh()
{
    const auto profile = m_editor.profile();
    const Assessment &assessment = m_editor.document().assessment();
    m_recipients->refresh(assessment, profile ? profile->shown().fingerprint() : QString());
    m_soFar->refresh(assessment);
    m_soFarHead->setDetail(m_soFar->count() > 0 ? QString::number(m_soFar->count()) : QString());
    refreshSummary();
}

void HandoverPage::refreshRole()
{
    const RoleSight *role = roleSight(m_role);
    m_chapterBox->setVisible(role && role->isForChapters);
    refreshSummary();
}

ParcelOrder HandoverPage::order() const
{
    const RoleSight *role = roleSight(m_role);
    return {m_role, role && role->isForChapters ? m_chapters->chosen() : QStringList(), m_recipients->chosen()};
}

void HandoverPage::refreshSummary()
{
    const ParcelOrder wanted = order();
    const bool isComplete = !wanted.role.isEmpty() && !wanted.recipients.empty();
    const bool isOpen = m_editor.profile() != nullptr;
    m_what->setText(wanted.role.isEmpty()       ? tr("Choose what the copy is for.")
                    : wanted.recipients.empty() ? tr("Tick who gets the copy for: %1.").arg(roleWord(wanted.role))
                    : wanted.chapters.isEmpty()
                        ? tr("%1: a copy goes to %2.").arg(roleWord(wanted.role), namesOf(wanted.recipients))
                        : tr("%1, %2: a copy goes to %3.")
                              .arg(roleWord(wanted.role), chapterWords(wanted.chapters), namesOf(wanted.recipients)));
    m_detail->setText(isOpen ? summary(wanted)
                             : tr("A parcel is signed by who makes it, and your profile is not open."));
    m_openProfile->setVisible(!isOpen);
    m_make->setVisible(isOpen);
    m_make->setEnabled(isComplete && !m_parcel && !m_isLooking);
}

QString HandoverPage::summary(const ParcelOrder &order) const
{
    if (order.role.isEmpty() || order.recipients.empty())
        return tr("Nobody else will be able to open the parcel, on whatever way it travels.");
    QString rest = tr("Of what the role does not see, only that it was done goes along, so that what comes back "
                      "can be merged.");
    switch (namesInside(m_editor.document(), order)) {
    case NamesInside::Stay:
        return tr("Names of people stay here.") + QLatin1Char(' ') + rest;
    case NamesInside::Some:
        return tr("Names of people go along where everyone who gets the copy holds their key; the others stay here.") +
               QLatin1Char(' ') + rest;
    case NamesInside::All:
        return tr("Names of people go along: everyone who gets the copy holds their key.");
    case NamesInside::None:
        break;
    }
    return rest;
}

QString HandoverPage::suggestedName() const
{
    static const QRegularExpression unfit(QStringLiteral("[^\\w\\- ]"), QRegularExpression::UseUnicodePropertiesOption);
    const CaseDocument &document = m_editor.document();
    const QString site = QString(document.assessment().details()[field::details::site]).remove(unfit).simplified();
    return QStringLiteral("%1-%2-%3.adit-parcel").arg(site, m_role, toIso(document.today()));
}

void HandoverPage::addCard()
{
    const QString path = m_tools.chooseCard ? m_tools.chooseCard() : QString();
    if (path.isEmpty())
        return;
    const auto file = readSmallFile(path);
    const auto card = file ? readPublicProfile(*file, path) : Result<PublicProfile>(file.error());
    if (!card) {
        Q_EMIT m_editor.failed(card.error());
        return;
    }
    m_recipients->add(*card);
    refresh();
}

void HandoverPage::make()
{
    // It could not be recorded, which is found out only once everything is sealed.
    if (const QString path = m_editor.document().path(); m_editor.document().facts().readOnly) {
        Q_EMIT m_editor.failed({ErrorCode::FileReadOnly, path});
        return;
    }
    const ParcelOrder wanted = order();
    if (const auto checked = checkOrder(m_editor.document(), wanted); !checked) {
        Q_EMIT m_editor.failed(checked.error());
        return;
    }
    lookForNames(wanted);
}

/// Beside the window: every text is looked through. What the case holds by then, if it went on, is looked through too.
void HandoverPage::lookForNames(const ParcelOrder &wanted)
{
    const CaseDocument &document = m_editor.document();
    const auto chains = document.chainEnds();
    if (!chains) {
        Q_EMIT m_editor.failed(chains.error());
        return;
    }
    m_isLooking = true;
    refreshSummary();
    using Outcome = Result<NamesSomebody>;
    m_work.run<Outcome>(
        window(), tr("Looking for names of people"),
        [wanted, madeFor = document.facts().role, profile = m_editor.profile(),
         assessment = std::make_shared<const Assessment>(document.assessment())](const SheetWork::Progress &) {
            return namesKeptFrom(*assessment, madeFor, wanted.role, wanted.chapters, profile.get());
        },
        [this, wanted, before = *chains](const Outcome &kept, bool isStopped) {
            m_isLooking = false;
            refreshSummary();
            if (isStopped || !kept) {
                Q_EMIT m_editor.failed(isStopped ? Error{ErrorCode::Cancelled} : kept.error());
                return;
            }
            if (const auto now = m_editor.document().chainEnds(); !now || *now != before)
                return lookForNames(wanted);
            ParcelOrder guarded = wanted;
            guarded.staysBehind = *kept;
            choosePath(guarded);
        });
}

void HandoverPage::choosePath(const ParcelOrder &wanted)
{
    QString path = m_tools.chooseParcel ? m_tools.chooseParcel(suggestedName()) : QString();
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".adit-parcel")))
        path += QStringLiteral(".adit-parcel");
    begin(wanted, path);
}

/// It is written beside the window, which goes on; the case is asked before and told after.
void HandoverPage::begin(const ParcelOrder &wanted, const QString &path)
{
    auto parcel = OutgoingParcel::prepare(m_editor.document(), wanted, path);
    if (!parcel) {
        Q_EMIT m_editor.failed(parcel.error());
        return;
    }
    m_parcel = std::make_shared<OutgoingParcel>(std::move(*parcel));
    using Outcome = Result<ParcelManifest>;
    m_work.run<Outcome>(
        window(), tr("Making the parcel"),
        [writing = m_parcel](const SheetWork::Progress &progress) { return writing->write(progress); },
        [this](const Outcome &outcome, bool isStopped) { finish(outcome, isStopped); });
    refreshSummary();
}

void HandoverPage::finish(const Result<ParcelManifest> &outcome, bool isStopped)
{
    const auto parcel = std::exchange(m_parcel, nullptr);
    const Result<> recorded = isStopped  ? Result<>(Error{ErrorCode::Cancelled})
                              : !outcome ? Result<>(outcome.error())
                                         : parcel->record(m_editor.document(), *outcome);
    if (!recorded) {
        parcel->discard();
        refreshSummary();
        Q_EMIT m_editor.failed(recorded.error());
        return;
    }
    Q_EMIT m_editor.saved(m_editor.document().surroundings().now());
    startAnew();
    Q_EMIT made(parcel->path(), *outcome);
}

void HandoverPage::startAnew()
{
    for (ChoiceRow *row : m_roles) {
        row->setAutoExclusive(false); // else the last one could not be given up
        row->setChecked(false);
        row->setAutoExclusive(true);
    }
    m_role.clear();
    m_recipients->chooseNobody();
    m_chapters->chooseNone();
    refreshRole();
}

void HandoverPage::focusMain()
{
    for (ChoiceRow *row : m_roles) {
        if (row->isChecked())
            return row->setFocus(Qt::OtherFocusReason);
    }
    m_roles.front()->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> HandoverPage::panels()
{
    return {m_rolePanel, m_choices, m_make->parentWidget()};
}

void HandoverPage::setRoom(int width)
{
    m_chapters->setNarrow(width < 1000);
    m_footLine->setDirection(width < 1000 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (Button *button : {m_make, m_openProfile})
        m_footLine->setAlignment(button, width < 1000 ? Qt::AlignLeft : Qt::AlignVCenter);
    m_footLine->setSpacing(width < 1000 ? grid::inside : grid::page);
}

void HandoverPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

} // namespace adit
