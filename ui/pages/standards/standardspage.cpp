// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/standards/standardspage.h"

#include "core/report/report.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/models/requirementdelegate.h"
#include "ui/pages/standards/aboutview.h"
#include "ui/pages/standards/nodeview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

namespace adit {

namespace {

/// Longer lines are hard to read.
constexpr int readingWidth = 680;

QString translationNote(const Standard &standard)
{
    for (const Translation &translation : standard.translations())
        if (translation.language == catalogueLanguage())
            return translation.note.in(translation.language);
    return {};
}

} // namespace

StandardsPage::StandardsPage(const Standard &standard, Tools tools, QWidget *parent)
    : Page(parent)
    , m_standard(standard)
    , m_tools(std::move(tools))
    , m_model(standard)
    , m_filter(m_model)
{
    setObjectName(QStringLiteral("standardsPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildTree());
    splitter->addWidget(buildReading());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(font(), 300), scaled(font(), 700)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(splitter, 1);
    connect(&m_worker, &ReportWorker::finished, this, &StandardsPage::take);
    showAbout();
}

QWidget *StandardsPage::buildHead()
{
    auto *head = new QFrame(this);
    head->setProperty("rule", QStringLiteral("bottom"));
    m_language = new QComboBox(head);
    m_language->setObjectName(QStringLiteral("catalogueLanguage"));
    m_language->setAccessibleName(tr("Language of the catalogue"));
    m_language->setToolTip(tr("Language of the catalogue"));
    QStringList languages{QStringLiteral("en")};
    for (const Translation &translation : m_standard.translations())
        languages.append(translation.language);
    for (const QString &language : std::as_const(languages))
        m_language->addItem(languageName(language), language);
    m_language->setCurrentIndex(std::max(0, m_language->findData(catalogueLanguage())));
    m_language->setVisible(languages.size() > 1);
    auto *about = new Button(Button::Kind::Flat, tr("About this catalogue"), head);
    about->setObjectName(QStringLiteral("aboutStandard"));
    about->setIconName(QStringLiteral("info"));
    m_print = new Button(Button::Kind::Plain, tr("Save PDF…"), head);
    m_print->setObjectName(QStringLiteral("printStandard"));
    m_print->setIconName(QStringLiteral("print"));
    m_print->setVisible(static_cast<bool>(m_tools.render));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(grid::page, 11, grid::page, 11);
    layout->setSpacing(grid::inside);
    layout->addWidget(newLabel(head, tr("Standards"), Type::Title, Role::Text));
    layout->addWidget(newLabel(head, m_standard.title().in(catalogueLanguage()), Type::Body, Role::ThirdText), 1);
    layout->addWidget(about);
    layout->addWidget(m_language);
    layout->addWidget(m_print);
    connect(about, &Button::clicked, this, &StandardsPage::showAbout);
    connect(m_print, &Button::clicked, this, &StandardsPage::print);
    connect(m_language, &QComboBox::activated, this,
            [this] { Q_EMIT languageChosen(m_language->currentData().toString()); });
    return head;
}

QWidget *StandardsPage::buildTree()
{
    auto *panel = new QWidget(this);
    panel->setProperty("ground", QStringLiteral("alternate"));
    panel->setAttribute(Qt::WA_StyledBackground);
    panel->setMinimumWidth(scaled(font(), 220));
    m_search = new SearchField(tr("Search the whole text"), panel);
    m_search->setObjectName(QStringLiteral("standardSearch"));
    m_hits = newLabel(panel, {}, Type::Small, Role::ThirdText);
    m_hits->setObjectName(QStringLiteral("standardHits"));
    m_tree = new RequirementTree(panel);
    m_tree->setObjectName(QStringLiteral("standardTree"));
    m_tree->setModel(&m_filter);
    m_tree->setStyleSheet(QStringLiteral("background: transparent"));
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 0);
    head->setSpacing(grid::inside);
    head->addWidget(m_search);
    head->addWidget(m_hits);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    connect(m_search, &QLineEdit::textChanged, this, &StandardsPage::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (const auto first = m_filter.firstHit())
            open(*first);
    });
    connect(m_search, &SearchField::leftDownwards, this, [this] { m_tree->setFocus(Qt::OtherFocusReason); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            showNode(m_model.codeAt(m_filter.mapToSource(index)));
    });
    search({});
    return panel;
}

QWidget *StandardsPage::buildReading()
{
    auto *content = new QWidget;
    auto *column = new QWidget(content);
    column->setMaximumWidth(scaled(font(), readingWidth));
    m_note = newLabel(column, translationNote(m_standard), Type::Small, Role::ThirdText);
    m_note->setObjectName(QStringLiteral("translationNote"));
    m_note->setWordWrap(true);
    m_note->setVisible(!m_note->text().isEmpty());
    m_about = new AboutStandardView(m_standard, column);
    m_node = new NodeView(m_standard, column);
    auto *reading = new QVBoxLayout(column);
    reading->setContentsMargins(0, 0, 0, 0);
    reading->setSpacing(grid::inside);
    reading->addWidget(m_note);
    reading->addWidget(m_about);
    reading->addWidget(m_node);
    auto *outer = new QHBoxLayout(content);
    outer->setContentsMargins(grid::page, grid::group, grid::page, grid::page);
    outer->addWidget(column, 1);
    outer->addStretch(0);
    m_scroll = newPageScroll(content, this);
    m_scroll->setObjectName(QStringLiteral("standardText"));
    m_scroll->setAccessibleName(tr("Text of the catalogue"));
    m_scroll->setFocusPolicy(Qt::StrongFocus); // it is read with the keyboard
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_node, &NodeView::codeWanted, this, &StandardsPage::open);
    return m_scroll;
}

void StandardsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_filter.prepare();
}

void StandardsPage::search(const QString &query)
{
    m_filter.setQuery(query);
    const bool searching = !query.trimmed().isEmpty();
    m_hits->setVisible(searching);
    m_hits->setText(m_filter.hits() == 0 ? tr("Nothing holds all of these words.")
                                         : tr("%n entry(s) hold these words", nullptr, m_filter.hits()));
    if (!searching)
        m_tree->collapseAll();
    else
        m_tree->expandAll();
    if (m_current)
        open(*m_current);
}

void StandardsPage::open(const RequirementCode &code)
{
    const QModelIndex index = m_filter.mapFromSource(m_model.indexOf(code));
    if (index.isValid()) {
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            m_tree->expand(above);
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    } else {
        m_tree->clearSelection();
    }
    showNode(code);
}

void StandardsPage::showNode(const RequirementCode &code)
{
    if (m_current == code)
        return;
    m_current = code;
    m_node->show(code);
    m_node->setVisible(true);
    m_about->setVisible(false);
    m_scroll->verticalScrollBar()->setValue(0);
    Q_EMIT moved(m_current);
}

void StandardsPage::showAbout()
{
    m_current.reset();
    m_tree->setCurrentIndex({});
    m_node->setVisible(false);
    m_about->setVisible(true);
    m_scroll->verticalScrollBar()->setValue(0);
    Q_EMIT moved(m_current);
}

void StandardsPage::focusMain()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> StandardsPage::panels()
{
    return {m_search, m_tree, m_scroll};
}

void StandardsPage::print()
{
    m_path = m_tools.choosePath(m_standard.title().in(catalogueLanguage()) + QStringLiteral(".pdf"));
    if (m_path.isEmpty())
        return;
    m_print->setEnabled(false);
    m_worker.start(m_tools.render(m_standard, catalogueLanguage()));
}

void StandardsPage::take(const Result<QByteArray> &pdf)
{
    m_print->setEnabled(true);
    if (!pdf)
        return Q_EMIT failed(pdf.error());
    if (const auto written = writeReport(m_path, *pdf); !written)
        return Q_EMIT failed(written.error());
    Q_EMIT saved(m_path);
}

} // namespace adit
