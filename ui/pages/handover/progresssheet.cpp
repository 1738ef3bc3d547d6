// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/handover/progresssheet.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace adit {

namespace {

constexpr qint64 large = 16 * 1024 * 1024;
constexpr int momentMilliseconds = 300;
constexpr int pauseMilliseconds = 40;
constexpr int whole = 1000;

} // namespace

ProgressSheet::ProgressSheet(const QString &what, qint64 bytes, QWidget *parent)
    : QDialog(parent)
    , m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("progressSheet"));
    setWindowTitle(what);
    setWindowModality(Qt::ApplicationModal);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, whole);
    m_bar->setFixedWidth(scaled(font(), 360));
    auto *stop = new Button(Button::Kind::Plain, tr("Cancel"), this);
    stop->setObjectName(QStringLiteral("progressStop"));
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::page, grid::group, grid::page, grid::group);
    layout->setSpacing(12);
    layout->addWidget(newLabel(this, what, Type::Strong, Role::Text));
    layout->addWidget(m_bar);
    layout->addLayout(foot);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    connect(stop, &Button::clicked, this, &ProgressSheet::reject);
    m_since.start();
    if (bytes >= large)
        appear();
}

void ProgressSheet::appear()
{
    show();
    QCoreApplication::processEvents();
}

bool ProgressSheet::goOn(double done)
{
    m_bar->setValue(static_cast<int>(done * whole));
    const qint64 now = m_since.elapsed();
    if (!isVisible() && now >= momentMilliseconds)
        appear();
    if (isVisible() && now - m_lastLook >= pauseMilliseconds) {
        QCoreApplication::processEvents();
        m_lastLook = m_since.elapsed();
    }
    return !m_isStopped;
}

std::function<bool(double)> ProgressSheet::counter()
{
    return [this](double done) { return goOn(done); };
}

} // namespace adit
