// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportpage.h"

#include "core/report/report.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QVBoxLayout>

namespace adit {

namespace {

QString kindCode(int kind)
{
    return kind == 0 ? QStringLiteral("public") : QStringLiteral("scorecard");
}

Button *newIconButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new Button(Button::Kind::Flat, {}, parent);
    button->setIconName(icon);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

ReportPage::ReportPage(CaseDocument &document, ReportRenderer renderer, PathChooser choosePath, QWidget *parent)
    : Page(parent)
    , m_document(document)
    , m_renderer(std::move(renderer))
    , m_choosePath(std::move(choosePath))
    , m_pages(new QPdfDocument(this))
    , m_view(new QPdfView(this))
{
    setObjectName(QStringLiteral("reportPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_view->setObjectName(QStringLiteral("reportView"));
    m_view->setAccessibleName(tr("Pages of the report"));
    m_view->setDocument(m_pages);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_view, 1);
    connect(m_view->pageNavigator(), &QPdfPageNavigator::currentPageChanged, this, &ReportPage::refreshPlace);
    connect(&m_worker, &ReportWorker::progressed, this,
            [this](double share) { m_place->setText(tr("Making the pages, %1 %").arg(qRound(share * 100))); });
    connect(&m_worker, &ReportWorker::finished, this, &ReportPage::take);
    connect(&document, &CaseDocument::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            render();
    });
}

QWidget *ReportPage::buildHead()
{
    auto *head = new QFrame(this);
    head->setProperty("rule", QStringLiteral("bottom"));
    auto *kinds = new SegmentedControl(head);
    kinds->setObjectName(QStringLiteral("reportKind"));
    kinds->setSegments({tr("Public summary"), tr("Scorecard, one page")});
    m_previous = newIconButton(QStringLiteral("back"), tr("Previous page"), head);
    m_next = newIconButton(QStringLiteral("forward"), tr("Next page"), head);
    m_place = newLabel(head, {}, Type::Body, Role::SecondText);
    m_place->setObjectName(QStringLiteral("reportPlace"));
    m_cancel = new Button(Button::Kind::Link, tr("Cancel"), head);
    m_cancel->setObjectName(QStringLiteral("cancelReport"));
    m_cancel->hide();
    auto *zoom = newIconButton(QStringLiteral("document"), tr("Whole page or full width"), head);
    m_save = new Button(Button::Kind::Plain, tr("Save PDF…"), head);
    m_save->setObjectName(QStringLiteral("saveReport"));
    m_save->setIconName(QStringLiteral("save"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(grid::page, 11, grid::page, 11);
    layout->setSpacing(grid::inside);
    layout->addWidget(newLabel(head, tr("Report"), Type::Title, Role::Text));
    layout->addSpacing(grid::inside);
    layout->addWidget(kinds);
    layout->addStretch(1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_place), static_cast<QWidget *>(m_cancel),
          static_cast<QWidget *>(m_next), static_cast<QWidget *>(zoom), static_cast<QWidget *>(m_save)})
        layout->addWidget(widget);
    connect(kinds, &SegmentedControl::chosen, this, [this](int kind) {
        m_kind = kind;
        render();
    });
    connect(m_previous, &Button::clicked, this, [this] { goToPage(m_view->pageNavigator()->currentPage() - 1); });
    connect(m_next, &Button::clicked, this, [this] { goToPage(m_view->pageNavigator()->currentPage() + 1); });
    connect(zoom, &Button::clicked, this, [this] {
        const bool wide = m_view->zoomMode() == QPdfView::ZoomMode::FitToWidth;
        m_view->setZoomMode(wide ? QPdfView::ZoomMode::FitInView : QPdfView::ZoomMode::FitToWidth);
    });
    connect(m_cancel, &Button::clicked, this, [this] { m_worker.cancel(); });
    connect(m_save, &Button::clicked, this, &ReportPage::save);
    return head;
}

void ReportPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_view->setPageSpacing(scaled(font(), 12));
    m_view->setDocumentMargins({grid::page, grid::group, grid::page, grid::group});
    colorView();
    if (m_stale)
        render();
}

void ReportPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorView();
}

void ReportPage::colorView()
{
    // The view fills what is beside the pages with the palette's dark role.
    QPalette palette = m_view->palette();
    palette.setColor(QPalette::Dark, Theme::current().color(Role::Track));
    m_view->setPalette(palette);
}

void ReportPage::focusMain()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void ReportPage::render()
{
    m_stale = false;
    m_save->setEnabled(false);
    m_cancel->show();
    m_place->setText(tr("Making the pages…"));
    m_worker.start(m_renderer(m_document, kindCode(m_kind)));
}

void ReportPage::take(const Result<QByteArray> &pdf)
{
    m_cancel->hide();
    m_pages->close();
    m_buffer.close();
    m_pdf = pdf ? *pdf : QByteArray();
    m_save->setEnabled(pdf.has_value());
    if (pdf) {
        m_buffer.setData(m_pdf);
        m_buffer.open(QIODevice::ReadOnly);
        m_pages->load(&m_buffer);
    }
    refreshPlace();
    if (!pdf)
        Q_EMIT failed(pdf.error());
    else
        Q_EMIT rendered();
}

void ReportPage::goToPage(int page)
{
    if (page >= 0 && page < m_pages->pageCount())
        m_view->pageNavigator()->jump(page, {}, 0);
}

void ReportPage::refreshPlace()
{
    const int count = m_pages->pageCount();
    const int page = m_view->pageNavigator()->currentPage();
    m_place->setText(count > 0 ? tr("%1 of %2").arg(page + 1).arg(count) : QString());
    m_previous->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < count);
}

void ReportPage::save()
{
    const QString site = m_document.assessment().details()[field::details::site];
    const QString path = m_choosePath(QStringLiteral("%1, %2.pdf").arg(site, kindCode(m_kind)));
    if (path.isEmpty())
        return;
    if (const auto written = writeReport(path, m_pdf); !written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT saved(path);
}

} // namespace adit
