// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/calibrationview.h"

#include "core/review/calibration.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/models/threadmodel.h"
#include "ui/pages/review/agreementpanel.h"
#include "ui/pages/review/blindpanel.h"
#include "ui/pages/review/drawform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"

#include <QFrame>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace adit {

CalibrationView::CalibrationView(Editor &editor, WhoAmI &whoAmI, QWidget *parent)
    : ReviewView(parent)
    , m_editor(editor)
    , m_whoAmI(whoAmI)
    , m_model(editor.document())
    , m_splitter(new QSplitter(this))
    , m_list(new QListView(this))
    , m_draw(new Button(Button::Kind::Plain, tr("Draw…"), this))
    , m_stack(new QStackedWidget(this))
    , m_form(new DrawForm(editor))
    , m_blind(new BlindPanel(editor, whoAmI))
    , m_agreement(new AgreementPanel(editor))
    , m_formScroll(newPageScroll(m_form, this))
    , m_blindScroll(newPageScroll(m_blind, this))
    , m_agreementScroll(newPageScroll(m_agreement, this))
    , m_nothing(buildNothing())
{
    for (QWidget *part : {m_nothing, static_cast<QWidget *>(m_formScroll), static_cast<QWidget *>(m_blindScroll),
                          static_cast<QWidget *>(m_agreementScroll)})
        m_stack->addWidget(part);
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({scaled(font(), 300), scaled(font(), 840)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connectParts();
}

QWidget *CalibrationView::buildList()
{
    m_draw->setObjectName(QStringLiteral("drawCalibration"));
    m_draw->setIconName(QStringLiteral("plus"));
    m_list->setObjectName(QStringLiteral("calibrationList"));
    m_list->setAccessibleName(tr("Calibrations"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ThreadDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setStyleSheet(QStringLiteral("background: transparent"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *panel = new QFrame(this);
    panel->setMinimumWidth(scaled(font(), 200));
    panel->setProperty("ground", QStringLiteral("alternate"));
    panel->setAttribute(Qt::WA_StyledBackground);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(grid::group, grid::inside, grid::group, grid::inside);
    head->addWidget(newLabel(panel, tr("Calibrations"), Type::Strong, Role::Text), 1);
    head->addWidget(m_draw);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    return panel;
}

QWidget *CalibrationView::buildNothing()
{
    auto *nothing = new QWidget(this);
    auto *head = newLabel(nothing, tr("No calibration yet"), Type::Heading, Role::Text);
    head->setObjectName(QStringLiteral("calibrationNothing"));
    auto *text = newReading(nothing,
                            tr("Two auditors rate the same requirements, each alone, from the same evidence. Then both "
                               "see how far they agree and talk about where they differ: the same work is to get the "
                               "same rating, whoever looks at it."),
                            Type::Body, Role::SecondText);
    text->setWordWrap(true);
    text->setMaximumWidth(scaled(font(), 560));
    auto *draw = new Button(Button::Kind::Primary, tr("Draw requirements…"), nothing);
    draw->setObjectName(QStringLiteral("drawFirstCalibration"));
    connect(draw, &Button::clicked, this, &CalibrationView::beginDrawing);
    auto *layout = new QVBoxLayout(nothing);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::group);
    layout->setSpacing(12);
    layout->addWidget(head);
    layout->addWidget(text);
    layout->addWidget(draw, 0, Qt::AlignLeading);
    layout->addStretch(1);
    return nothing;
}

void CalibrationView::connectParts()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CalibrationView::choose);
    connect(m_list, &QListView::clicked, this, &CalibrationView::choose); // the one that is there, instead of the form
    connect(m_draw, &Button::clicked, this, &CalibrationView::beginDrawing);
    connect(m_form, &DrawForm::drawn, this, &CalibrationView::open);
    connect(m_form, &DrawForm::cancelled, this, [this] {
        m_isDrawing = false;
        showCurrent();
    });
    connect(m_form, &DrawForm::teamWanted, this, [this] {
        Q_EMIT wanted({QStringLiteral("plan"), EntityKind::TeamMember});
    });
    connect(m_agreement, &AgreementPanel::requirementWanted, this, [this](const QString &code) {
        Q_EMIT wanted({QStringLiteral("assess"), std::nullopt, code});
    });
}

void CalibrationView::choose(const QModelIndex &index)
{
    const QString label = m_model.label(index);
    if (label == m_shown && !m_isDrawing)
        return;
    if (!commitPending()) {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(m_model.indexOf(m_shown));
        m_list->viewport()->update();
        return Q_EMIT heldBack();
    }
    m_isDrawing = false;
    m_shown = label;
    showCurrent();
}

void CalibrationView::beginDrawing()
{
    if (!commitPending())
        return Q_EMIT heldBack();
    m_isDrawing = true;
    m_form->begin(m_whoAmI.member());
    m_stack->setCurrentWidget(m_formScroll);
    m_form->focusFirst();
}

void CalibrationView::open(const QString &calibration)
{
    m_shown = calibration;
    m_isDrawing = false;
    refresh();
    focusMain();
}

void CalibrationView::refresh()
{
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model.refresh();
        QModelIndex index = m_model.indexOf(m_shown);
        if (!index.isValid() && m_model.rowCount() > 0)
            index = m_model.index(0, 0);
        m_list->setCurrentIndex(index);
        m_shown = m_model.label(index);
    }
    m_list->viewport()->update();
    showCurrent();
}

void CalibrationView::showCurrent()
{
    if (m_isDrawing)
        return;
    const auto state = calibrationOf(m_editor.document().view(), m_shown);
    m_draw->setVisible(state.has_value());
    if (!state)
        return m_stack->setCurrentWidget(m_nothing);
    m_stack->setCurrentWidget(state->isOpen ? m_agreementScroll : m_blindScroll);
    if (state->isOpen)
        m_agreement->show(m_shown);
    else
        m_blind->show(m_shown);
}

bool CalibrationView::commitPending()
{
    return m_stack->currentWidget() == m_blindScroll       ? m_blind->commitPending()
           : m_stack->currentWidget() == m_agreementScroll ? m_agreement->commitPending()
                                                           : true;
}

void CalibrationView::forgetPending()
{
    m_blind->forgetPending();
    m_agreement->forgetPending();
}

void CalibrationView::focusMain()
{
    if (m_stack->currentWidget() == m_blindScroll)
        m_blind->focusMain();
    else if (m_stack->currentWidget() == m_agreementScroll)
        m_list->setFocus(Qt::OtherFocusReason);
    else if (m_stack->currentWidget() == m_formScroll)
        m_form->focusFirst();
    else
        m_nothing->findChild<Button *>()->setFocus(Qt::OtherFocusReason);
}

void CalibrationView::setNarrow(bool narrow)
{
    m_agreement->setNarrow(narrow);
}

} // namespace adit
