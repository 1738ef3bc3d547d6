// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/publishpage.h"

#include "core/assessment/target.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/publish/buildform.h"
#include "ui/pages/publish/gatesection.h"
#include "ui/pages/publish/namessection.h"
#include "ui/pages/publish/photossection.h"
#include "ui/pages/publish/printedmarks.h"
#include "ui/pages/publish/publishstate.h"
#include "ui/pages/publish/releasessection.h"
#include "ui/pages/publish/tellingsection.h"
#include "ui/pages/publish/withheldsection.h"
#include "ui/pages/records/recordlists.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace adit {

namespace {

enum Side { PagesSide, ReleaseSide };

} // namespace

PublishPage::PublishPage(Editor &editor, ReportRenderer renderer, ReportPages::PathChooser choosePath,
                         ReleaseDesk::Tools tools, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_desk(editor, std::move(tools), this)
    , m_pages(new ReportPages(editor.document(), std::move(renderer), std::move(choosePath), this))
    , m_splitter(new QSplitter(this))
{
    setObjectName(QStringLiteral("publishPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    auto *head = buildHead();
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(buildPanel());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({scaled(font(), 640), scaled(font(), 500)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_splitter, 1);
    connectParts();
    connectSections();
    takeLanguage();
}

QWidget *PublishPage::buildHead()
{
    auto *head = new QFrame(this);
    head->setProperty("rule", QStringLiteral("bottom"));
    m_title = newLabel(head, tr("Publish"), Type::Title, Role::Text);
    m_sides = new SegmentedControl(head);
    m_sides->setObjectName(QStringLiteral("publishSides"));
    m_sides->setSegments({tr("Pages"), tr("Release")});
    m_sides->hide();
    m_build = new Button(Button::Kind::Primary, tr("Build release…"), head);
    m_build->setObjectName(QStringLiteral("buildRelease"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(grid::page, 11, grid::page, 11);
    layout->setSpacing(grid::group);
    layout->addWidget(m_title);
    layout->addWidget(m_sides);
    layout->addWidget(m_pages->controls(), 1);
    layout->addStretch(0);
    layout->addWidget(m_build);
    return head;
}

QWidget *PublishPage::buildPanel()
{
    auto *content = new QWidget;
    m_gate = new GateSection(content);
    m_form = new BuildForm(content);
    m_names = new NamesSection(m_editor, content);
    m_telling = new TellingSection(m_editor.document(), content);
    m_photos = new PhotosSection(m_editor, content);
    m_withheld = new WithheldSection(m_editor, content);
    m_releases = new ReleasesSection(m_desk, content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(20, 12, 20, grid::page);
    layout->setSpacing(grid::page);
    for (QWidget *part :
         {static_cast<QWidget *>(m_gate), static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_names),
          static_cast<QWidget *>(m_telling), static_cast<QWidget *>(m_photos), static_cast<QWidget *>(m_withheld),
          static_cast<QWidget *>(m_releases)})
        layout->addWidget(part);
    layout->addStretch(1);
    m_panel = newPageScroll(content, this);
    m_panel->setObjectName(QStringLiteral("publishPanel"));
    m_panel->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_panel->setMinimumWidth(scaled(font(), 380));
    auto *frame = new QFrame(this);
    frame->setProperty("rule", QStringLiteral("left"));
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(1, 0, 0, 0);
    inner->addWidget(m_panel);
    return frame;
}

void PublishPage::connectParts()
{
    connect(m_pages, &ReportPages::failed, &m_editor, &Editor::failed);
    connect(m_pages, &ReportPages::saved, this, &PublishPage::reportSaved);
    connect(m_pages, &ReportPages::languageChosen, this, &PublishPage::takeLanguage);
    connect(&m_editor, &Editor::actorChanged, m_pages, &ReportPages::meetActor);
    connect(m_sides, &SegmentedControl::chosen, this, &PublishPage::showSide);
    connect(m_build, &Button::clicked, this, &PublishPage::beginBuilding);
    connect(&m_desk, &ReleaseDesk::built, this, [this](int number, const QString &folder) {
        m_form->forget();
        refresh();
        Q_EMIT built(number, folder);
    });
    connect(&m_desk, &ReleaseDesk::signedNow, this, [this](int number, const QString &role) {
        refresh();
        Q_EMIT signedNow(number, role);
    });
    connect(&m_desk, &ReleaseDesk::finished, this, &PublishPage::finished);
    connect(&m_desk, &ReleaseDesk::disclosed, this, &PublishPage::disclosed);
    const auto refreshShown = [this] {
        if (isVisible())
            refresh();
    };
    connect(&m_editor.document(), &CaseDocument::changed, this, refreshShown);
    connect(&m_editor, &Editor::actorChanged, this, refreshShown);
}

void PublishPage::connectSections()
{
    connect(m_gate, &GateSection::decisionWanted, this, &PublishPage::decisionWanted);
    connect(m_gate, &GateSection::redactionWanted, m_withheld, &WithheldSection::open);
    connect(m_gate, &GateSection::namesWanted, this, [this] { reveal(m_names); });
    connect(m_gate, &GateSection::profileWanted, &m_editor, &Editor::askForProfile);
    connect(m_gate, &GateSection::buildWanted, this, &PublishPage::beginBuilding);
    connect(m_form, &BuildForm::confirmed, this, [this] { m_desk.build(m_form->input()); });
    connect(m_names, &NamesSection::textWanted, this, &PublishPage::goToText);
    connect(m_names, &NamesSection::withholdingWanted, m_withheld, &WithheldSection::beginAsking);
    connect(m_telling, &TellingSection::textWanted, this, &PublishPage::goToText);
    connect(m_telling, &TellingSection::placeWanted, this, &PublishPage::showPlace);
    connect(m_telling, &TellingSection::withholdingWanted, m_withheld, &WithheldSection::beginAsking);
    connect(m_pages, &ReportPages::withholdingWanted, m_withheld, &WithheldSection::beginAskingFor);
    connect(m_withheld, &WithheldSection::redactionSelected, this, &PublishPage::showRedaction);
    connect(m_names, &NamesSection::placeWanted, this, &PublishPage::showPlace);
    connect(m_photos, &PhotosSection::placeWanted, m_pages, &ReportPages::showPlace);
    connect(m_names, &NamesSection::shownWanted, this, &PublishPage::reveal);
    connect(m_photos, &PhotosSection::shownWanted, this, &PublishPage::reveal);
    connect(m_releases, &ReleasesSection::shownWanted, this, &PublishPage::reveal);
    connect(m_withheld, &WithheldSection::shownWanted, this, &PublishPage::reveal);
}

void PublishPage::refresh()
{
    const CaseDocument &document = m_editor.document();
    const PublishState state(document);
    m_gate->refresh(state);
    m_form->refresh(state, nextReleaseNumber(document.assessment()));
    m_names->refresh(state);
    m_telling->refresh();
    m_photos->refresh();
    m_withheld->refresh(state);
    m_releases->refresh(document.assessment());
    m_build->setEnabled(state.canBeBuilt());
    m_build->setToolTip(state.canBeBuilt() ? QString() : tr("Something holds it up: see “Ready to release?”"));
}

QString PublishPage::reportLanguage() const
{
    return m_pages->language();
}

void PublishPage::setReportLanguage(const QString &language)
{
    m_pages->setLanguage(language);
    takeLanguage();
}

/// What is looked at is what is released.
void PublishPage::takeLanguage()
{
    m_form->setLanguage(m_pages->language());
}

void PublishPage::beginBuilding()
{
    if (!m_editor.profile())
        return m_editor.askForProfile();
    m_form->begin();
    reveal(m_form);
}

/// In the pages, where there is no room for both too.
void PublishPage::showPlace(const PrintedPlace &place)
{
    if (!m_isNarrow)
        return m_pages->showPlace(place);
    showSide(PagesSide);
    // What was just put there is laid out first.
    QTimer::singleShot(0, m_pages, [this, place] { m_pages->showPlace(place); });
}

/// Beside its sheet, which is in sight.
void PublishPage::showRedaction(const QString &label)
{
    const Assessment &assessment = m_editor.document().assessment();
    for (const auto &[id, record] : assessment.records(EntityKind::Redaction))
        if (record[field::redaction::label] == label)
            m_pages->showPlace(placeOfRedaction(assessment, record, m_pages->language()));
}

/// To the page on which it is written.
void PublishPage::goToText(const EntityRef &entity)
{
    if (entity.kind == EntityKind::PublicPhoto)
        return reveal(m_photos);
    if (entity.kind == EntityKind::Redaction)
        return m_withheld->open(entity.code);
    if (entity.kind == EntityKind::Details)
        return Q_EMIT wanted({QStringLiteral("details")});
    if (RequirementCode::fromString(entity.code))
        return Q_EMIT wanted({QStringLiteral("assess"), std::nullopt, entity.code});
    if (const RecordPageInfo *page = pageOf(entity.kind))
        Q_EMIT wanted({QLatin1String(page->id), entity.kind, entity.code});
}

void PublishPage::reveal(QWidget *part)
{
    if (m_isNarrow)
        showSide(ReleaseSide);
    // What was just put there is laid out first.
    QTimer::singleShot(0, part, [this, part] { m_panel->ensureWidgetVisible(part, 0, grid::page); });
}

void PublishPage::showSide(int side)
{
    m_sides->setCurrent(side);
    const bool isPages = !m_isNarrow || side == PagesSide;
    const bool isRelease = !m_isNarrow || side == ReleaseSide;
    m_pages->setVisible(isPages);
    m_pages->controls()->setVisible(isPages);
    m_panel->parentWidget()->setVisible(isRelease);
    m_build->setVisible(isRelease);
}

bool PublishPage::commitPending()
{
    const bool isPending = m_form->hasPending() || m_names->hasPending() || m_photos->hasPending() ||
                           m_withheld->hasPending() || m_releases->hasPending();
    if (isPending)
        m_editor.submit(Error{ErrorCode::NotConfirmed, tr("the release")});
    return !isPending;
}

void PublishPage::forgetPending()
{
    m_form->forget();
    m_names->forget();
    m_photos->forget();
    m_withheld->forget();
    m_releases->forget();
}

void PublishPage::focusMain()
{
    m_pages->focusMain();
}

QList<QWidget *> PublishPage::panels()
{
    return {m_pages->controls(), m_pages, m_panel};
}

void PublishPage::setRoom(int width)
{
    constexpr int besideEachOther = 980;
    m_isNarrow = width < besideEachOther;
    m_title->setVisible(!m_isNarrow);
    m_sides->setVisible(m_isNarrow);
    m_pages->setNarrow(width < 1100);
    showSide(m_sides->current());
}

void PublishPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

} // namespace adit
