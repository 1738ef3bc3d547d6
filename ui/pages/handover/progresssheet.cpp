// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/progresssheet.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace adit {

namespace {

constexpr int momentMilliseconds = 300;
constexpr int pollMilliseconds = 60;
constexpr int whole = 1000;

} // namespace

ProgressSheet::ProgressSheet(const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_state(std::make_shared<State>())
    , m_what(newLabel(this, what, Type::Strong, Role::Text))
    , m_bar(new QProgressBar(this))
    , m_stop(new Button(Button::Kind::Plain, tr("Cancel"), this))
{
    setObjectName(QStringLiteral("progressSheet"));
    setWindowTitle(what);
    setWindowModality(Qt::ApplicationModal);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, whole);
    m_bar->setFixedWidth(scaled(font(), 360));
    m_stop->setObjectName(QStringLiteral("progressStop"));
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::page, grid::group, grid::page, grid::group);
    layout->setSpacing(12);
    layout->addWidget(m_what);
    layout->addWidget(m_bar);
    layout->addLayout(foot);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    connect(m_stop, &Button::clicked, this, &ProgressSheet::reject);
    connect(&m_moment, &QTimer::timeout, this, &QDialog::show);
    connect(&m_poll, &QTimer::timeout, this, &ProgressSheet::look);
    m_moment.setSingleShot(true);
    m_moment.start(momentMilliseconds);
    m_poll.start(pollMilliseconds);
}

ProgressSheet::~ProgressSheet()
{
    m_state->isStopped = true;
}

std::function<bool(double)> ProgressSheet::counter() const
{
    return [state = m_state](double done) {
        state->share = done;
        return !state->isStopped;
    };
}

void ProgressSheet::look()
{
    m_bar->setValue(static_cast<int>(m_state->share * whole));
}

void ProgressSheet::reject()
{
    m_state->isStopped = true;
    m_what->setText(tr("Stopping"));
    m_stop->setEnabled(false);
}

} // namespace adit
