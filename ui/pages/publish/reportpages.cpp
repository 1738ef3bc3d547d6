// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/reportpages.h"

#include "core/report/report.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/publish/pageview.h"
#include "ui/pages/publish/readerline.h"
#include "ui/pages/publish/reportchoice.h"
#include "ui/widgets/buttonmenu.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QRegularExpression>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace adit {

namespace {

Button *newIconButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new Button(Button::Kind::Flat, {}, parent);
    button->setIconName(icon);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

ReportPages::ReportPages(CaseDocument &document, ReportRenderer renderer, PathChooser choosePath, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_renderer(std::move(renderer))
    , m_choosePath(std::move(choosePath))
    , m_pages(new QPdfDocument(this))
    , m_view(new PageView(this))
    , m_withhold(new Button(Button::Kind::Primary, tr("Withhold…"), m_view))
    , m_reader(new ReaderLine(this))
    , m_controls(buildControls())
{
    m_view->setObjectName(QStringLiteral("reportView"));
    m_view->setAccessibleName(tr("Pages of the report"));
    m_view->setDocument(m_pages);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setFrameShape(QFrame::NoFrame);
    m_withhold->setObjectName(QStringLiteral("withholdMarked"));
    m_withhold->setToolTip(tr("Ask that the marked words are not printed"));
    m_withhold->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_reader);
    layout->addWidget(m_view, 1);
    connectControls();
    connect(m_view->pageNavigator(), &QPdfPageNavigator::currentPageChanged, this, &ReportPages::refreshPlace);
    connect(&m_worker, &ReportWorker::progressed, this,
            [this](double share) { m_place->setText(tr("Making the pages, %1 %").arg(qRound(share * 100))); });
    connect(&m_worker, &ReportWorker::finished, this, &ReportPages::take);
    connect(&document, &CaseDocument::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            render();
    });
}

ReportPages::~ReportPages()
{
    // The view draws on a thread of its own, from the document, which reads from the buffer: they go in this order.
    m_view->pageNavigator()->disconnect(this);
    delete m_view;
    delete m_pages;
}

QWidget *ReportPages::buildControls()
{
    auto *controls = new QWidget(this);
    m_choice = new ReportChoice(controls);
    m_previous = newIconButton(QStringLiteral("back"), tr("Previous page"), controls);
    m_next = newIconButton(QStringLiteral("forward"), tr("Next page"), controls);
    m_place = newLabel(controls, {}, Type::Body, Role::SecondText);
    m_place->setObjectName(QStringLiteral("reportPlace"));
    m_cancel = new Button(Button::Kind::Link, tr("Cancel"), controls);
    m_cancel->setObjectName(QStringLiteral("cancelReport"));
    m_cancel->hide();
    m_zoom = newIconButton(QStringLiteral("document"), tr("Whole page or full width"), controls);
    m_save = new Button(Button::Kind::Plain, tr("Save"), controls);
    m_save->setObjectName(QStringLiteral("saveReport"));
    m_save->setIconName(QStringLiteral("save"));
    m_save->setAccessibleName(tr("Save the report"));
    QMenu *formats = addMenuTo(m_save);
    QAction *pages = formats->addAction(tr("Save as PDF…"), this, &ReportPages::savePages);
    pages->setObjectName(QStringLiteral("saveAsPdf"));
    QAction *web = formats->addAction(tr("Save as web page…"), this, &ReportPages::saveWebPage);
    web->setObjectName(QStringLiteral("saveAsWebPage"));
    auto *layout = new QHBoxLayout(controls);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_choice);
    layout->addStretch(1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_place), static_cast<QWidget *>(m_cancel),
          static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_zoom), static_cast<QWidget *>(m_save)})
        layout->addWidget(widget);
    return controls;
}

void ReportPages::connectControls()
{
    connect(m_choice, &ReportChoice::chosen, this, &ReportPages::choose);
    connect(m_reader, &ReaderLine::named, this, &ReportPages::render);
    connect(&m_webWorker, &ReportWorker::finished, this, [this](const Result<QByteArray> &page) {
        refreshPlace();
        write(std::exchange(m_webPath, {}), page);
    });
    connect(m_view, &PageView::markedChanged, this, &ReportPages::placeWithhold);
    connect(m_withhold, &Button::clicked, this, [this] { Q_EMIT withholdingWanted(m_view->markedWords()); });
    connect(m_previous, &Button::clicked, this, [this] { goToPage(currentPage() - 1); });
    connect(m_next, &Button::clicked, this, [this] { goToPage(currentPage() + 1); });
    connect(m_zoom, &Button::clicked, this, [this] {
        const bool wide = m_view->zoomMode() == QPdfView::ZoomMode::FitToWidth;
        m_view->setZoomMode(wide ? QPdfView::ZoomMode::FitInView : QPdfView::ZoomMode::FitToWidth);
    });
    connect(m_cancel, &Button::clicked, this, [this] {
        m_worker.cancel();
        m_webWorker.cancel();
    });
}

void ReportPages::setNarrow(bool narrow)
{
    m_save->setText(narrow ? QString() : tr("Save"));
    m_save->setToolTip(narrow ? tr("Save the report") : QString());
    m_save->updateGeometry();
}

void ReportPages::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_view->setPageSpacing(scaled(font(), 12));
    m_view->setDocumentMargins({grid::page, grid::group, grid::page, grid::group});
    colorView();
    if (m_stale)
        render();
}

void ReportPages::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorView();
}

void ReportPages::colorView()
{
    // The view fills what is beside the pages with the palette's dark role.
    QPalette palette = m_view->palette();
    palette.setColor(QPalette::Dark, Theme::current().color(Role::Track));
    m_view->setPalette(palette);
}

void ReportPages::focusMain()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

QString ReportPages::language() const
{
    return m_choice->language();
}

void ReportPages::setLanguage(const QString &language)
{
    const QString before = m_choice->language();
    m_choice->setLanguage(language);
    if (m_choice->language() == before)
        return;
    m_stale = true;
    if (isVisible())
        render();
}

void ReportPages::meetActor()
{
    if (readerOf(m_choice->kind()) == Reader::Public)
        return;
    m_stale = true;
    if (isVisible())
        render();
}

ReportRequest ReportPages::request() const
{
    return {.kind = m_choice->kind(), .language = m_choice->language(), .copyFor = m_reader->copyFor()};
}

void ReportPages::choose()
{
    m_shown.reset();
    m_reader->showFor(m_choice->kind());
    if (m_choice->kind() == ReportKind::Draft && m_reader->copyFor().isEmpty())
        m_reader->focusName();
    render();
    Q_EMIT languageChosen();
}

void ReportPages::render()
{
    m_choice->setSurveillance(m_document.assessment().details()[field::details::kind] == QLatin1String("surveillance"));
    if (m_choice->kind() == ReportKind::Surveillance && !m_choice->isSurveillance())
        m_choice->setKind(ReportKind::Public); // the kind of audit was changed
    m_stale = false;
    m_save->setEnabled(false);
    const ReportRequest wanted = request();
    if (wanted.kind == ReportKind::Draft && wanted.copyFor.isEmpty()) {
        m_worker.stop(); // it is for nobody yet
        m_cancel->hide();
        return showPdf({});
    }
    m_cancel->show();
    m_place->setText(tr("Making the pages…"));
    m_worker.start(m_renderer(m_document, wanted));
}

void ReportPages::take(const Result<QByteArray> &pdf)
{
    m_cancel->hide();
    showPdf(pdf ? *pdf : QByteArray());
    m_save->setEnabled(pdf.has_value());
    if (!pdf) {
        Q_EMIT failed(pdf.error());
        return;
    }
    if (m_wanted)
        goToPlace();
    Q_EMIT rendered();
}

/// Empty: no pages.
void ReportPages::showPdf(const QByteArray &pdf)
{
    const int seen = m_view->verticalScrollBar()->value();
    m_view->clear();
    m_pages->close();
    m_buffer.close();
    m_pdf = pdf;
    if (!pdf.isEmpty()) {
        m_buffer.setData(m_pdf);
        m_buffer.open(QIODevice::ReadOnly);
        m_pages->load(&m_buffer);
        m_view->verticalScrollBar()->setValue(seen); // whoever reads on finds the line again
    }
    if (const auto place = m_shown ? findPrinted(*m_pages, *m_shown) : std::nullopt)
        m_view->setPlace(*place);
    refreshPlace();
}

int ReportPages::currentPage() const
{
    return m_view->pageNavigator()->currentPage();
}

void ReportPages::goToPage(int page)
{
    if (page >= 0 && page < m_pages->pageCount())
        m_view->pageNavigator()->jump(page, {}, 0);
}

void ReportPages::showPlace(const PrintedPlace &place)
{
    m_wanted = place;
    if (m_choice->kind() == ReportKind::Scorecard || m_choice->kind() == ReportKind::Actions) {
        m_choice->setKind(ReportKind::Public); // page one alone names no place
        choose();
    }
    if (!m_stale && !m_worker.isBusy() && m_pages->pageCount() > 0)
        goToPlace();
}

void ReportPages::goToPlace()
{
    m_shown = std::exchange(m_wanted, std::nullopt);
    if (const auto place = findPrinted(*m_pages, *m_shown))
        m_view->showPlace(*place);
    else
        m_view->clear();
}

/// Below the words that are marked, as long as they are in sight.
void ReportPages::placeWithhold()
{
    const QRectF words = m_view->markedBox();
    const QRect room = m_view->viewport()->rect();
    const QSize size = m_withhold->sizeHint();
    const bool isShown = !words.isEmpty() && words.intersects(room) && !m_view->isMarking();
    m_withhold->setVisible(isShown);
    if (!isShown)
        return;
    const int left = std::clamp(qRound(words.center().x()) - size.width() / 2, 0, room.width() - size.width());
    const int below = qRound(words.bottom()) + grid::unit;
    const int top = below + size.height() <= room.height() ? below : qRound(words.top()) - size.height() - grid::unit;
    m_withhold->setGeometry(QRect(m_view->viewport()->mapTo(m_view, QPoint(left, std::max(0, top))), size));
}

void ReportPages::refreshPlace()
{
    const int count = m_pages->pageCount();
    const int page = currentPage();
    m_place->setText(count > 0 ? tr("%1 of %2").arg(page + 1).arg(count) : QString());
    m_previous->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < count);
}

/// "Hill, public-en.pdf"; of a draft with whom it is for.
QString ReportPages::suggestedName(const char *suffix) const
{
    static const QRegularExpression unfit(QStringLiteral("[/\\\\:*?\"<>|]"));
    const ReportRequest what = request();
    QString name =
        QStringLiteral("%1, %2-%3")
            .arg(QString(m_document.assessment().details()[field::details::site]), codeOf(what.kind), what.language);
    if (what.kind == ReportKind::Draft)
        name += QStringLiteral(", ") + what.copyFor;
    return name.remove(unfit).simplified() + QLatin1Char('.') + QLatin1String(suffix);
}

void ReportPages::savePages()
{
    if (const QString path = m_choosePath(suggestedName("pdf")); !path.isEmpty())
        write(path, m_pdf);
}

/// Of what is looked at, made beside the window.
void ReportPages::saveWebPage()
{
    ReportRequest wanted = request();
    wanted.isWebPage = true;
    m_webPath = m_choosePath(suggestedName("html"));
    if (m_webPath.isEmpty())
        return;
    m_save->setEnabled(false);
    m_cancel->show();
    m_place->setText(tr("Making the web page…"));
    m_webWorker.start(m_renderer(m_document, wanted));
}

void ReportPages::write(const QString &path, const Result<QByteArray> &bytes)
{
    m_save->setEnabled(!m_pdf.isEmpty() && !m_worker.isBusy());
    m_cancel->setVisible(m_worker.isBusy());
    const auto written = bytes ? writeReport(path, *bytes) : Result<>(bytes.error());
    if (!written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT saved(path);
}

} // namespace adit
