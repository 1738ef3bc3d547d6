// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evidenceviewer.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/models/picture.h"
#include "ui/pages/filepicture.h"
#include "ui/widgets/emptylayout.h"
#include "ui/words/words.h"

#include <QBuffer>
#include <QGridLayout>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfView>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// What a large screen shows; a photo of a phone has twice as many pixels each way.
constexpr int longestEdge = 2560;
/// More of a text nobody reads here, and a label takes seconds for a megabyte.
constexpr qsizetype longestText = 100'000;

/// Of what the file is, only the file itself is of interest here.
bool isShown(const FieldInfo &field, const Record &record)
{
    const bool technical = field.name == QLatin1String("sha256") || field.name == QLatin1String("mime") ||
                           field.name == QLatin1String("bytes") || field.name == QLatin1String("title");
    return !technical && record.has(field.index) && !isSetType(field.type);
}

QString valueWords(const FieldInfo &field, const Record &record)
{
    const QString value = record.text(field.index);
    if (field.type == ValueType::Date)
        return dateWords(dateFromIso(value).value_or(QDate()));
    if (field.type == ValueType::Flag)
        return EvidenceViewer::tr("yes");
    if (field.name == QLatin1String("source"))
        return sourceWord(value);
    return field.type == ValueType::Choice ? QString(value).replace(QLatin1Char('-'), QLatin1Char(' ')) : value;
}

} // namespace

EvidenceViewer::EvidenceViewer(const CaseDocument &document, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_layout(new QVBoxLayout(this))
    , m_loader(document)
{
    setObjectName(QStringLiteral("evidenceViewer"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_layout->setContentsMargins(grid::page, grid::group, grid::page, grid::page);
    m_layout->setSpacing(grid::inside);
    resize(scaled(font(), 760), scaled(font(), 640));
}

void EvidenceViewer::begin(const QString &title)
{
    m_loader.stop();
    emptyLayout(m_layout);
    setWindowTitle(title);
    m_layout->addWidget(newReading(this, title, Type::Title, Role::Text));
}

void EvidenceViewer::addFacts(const Record &record)
{
    auto *box = new QWidget(this);
    auto *facts = new QGridLayout(box);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setHorizontalSpacing(grid::group);
    facts->setVerticalSpacing(2);
    facts->setColumnStretch(1, 1);
    int row = 0;
    for (const FieldInfo &field : fieldsOf(record.kind())) {
        if (!isShown(field, record))
            continue;
        facts->addWidget(newLabel(box, fieldLabel(field), Type::Small, Role::ThirdText), row, 0, Qt::AlignTop);
        facts->addWidget(newReading(box, valueWords(field, record), Type::Body, Role::Text), row++, 1);
    }
    m_layout->addWidget(box);
}

void EvidenceViewer::addPages(const QByteArray &bytes)
{
    // The view draws on a thread of its own, from the document, which reads from the buffer: what is made first is gone
    // first.
    auto *view = new QPdfView(this);
    auto *pages = new QPdfDocument(this);
    auto *buffer = new QBuffer(this);
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    pages->load(buffer);
    view->setDocument(pages);
    view->setPageMode(QPdfView::PageMode::MultiPage);
    view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_layout->addWidget(view, 1);
}

void EvidenceViewer::addText(const QByteArray &bytes)
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    QString words = QString::fromUtf8(bytes.first(std::min(bytes.size(), longestText)));
    if (bytes.size() > longestText)
        words += QStringLiteral("\n…");
    QLabel *text = newReading(scroll, words, Type::Body, Role::Text);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    text->setMargin(grid::group);
    scroll->setWidget(text);
    m_layout->addWidget(scroll, 1);
}

void EvidenceViewer::addFile(const QString &mime, const Result<LoadedContent> &content)
{
    if (!content) {
        m_layout->addWidget(newReading(this,
                                       content.error().code == ErrorCode::InvalidValue
                                           ? tr("The file itself is not in this copy of the case: it was restored "
                                                "from a backup, which keeps none. Adding the same file again brings "
                                                "it back.")
                                           : tr("The file itself cannot be read."),
                                       Type::Body, Role::ThirdText));
        m_layout->addStretch(1);
        if (content.error().code != ErrorCode::InvalidValue)
            Q_EMIT failed(content.error());
        return;
    }
    if (!content->picture.isNull())
        return m_layout->addWidget(new FilePicture(content->picture, this), 1);
    if (mime == QLatin1String("application/pdf"))
        return addPages(content->bytes);
    if (isDrawing(mime))
        return m_layout->addWidget(new FilePicture(content->bytes, this), 1);
    if (mime.startsWith(QLatin1String("text/")))
        return addText(content->bytes);
    m_layout->addWidget(newReading(
        this, isPhoto(mime) ? tr("This picture cannot be drawn.") : tr("Files of this kind are not shown here."),
        Type::Body, Role::ThirdText));
    m_layout->addStretch(1);
}

void EvidenceViewer::showEvidence(const EntityId &id)
{
    const Record *evidence = m_document.assessment().find(EntityKind::Evidence, id);
    if (!evidence)
        return;
    begin((*evidence)[field::evidence::title]);
    addFacts(*evidence);
    const QString hash = (*evidence)[field::evidence::sha256];
    if (hash.isEmpty())
        return m_layout->addStretch(1);
    const QString mime = (*evidence)[field::evidence::mime];
    QLabel *waiting = newLabel(this, tr("Being fetched …"), Type::Body, Role::ThirdText);
    waiting->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_layout->addWidget(waiting, 1);
    m_loader.load(hash, mime, isPhoto(mime) ? longestEdge : 0,
                  [this, mime, waiting](const Result<LoadedContent> &content) {
                      delete waiting;
                      addFile(mime, content);
                  });
}

void EvidenceViewer::showInterview(const EntityId &id)
{
    const Record *interview = m_document.assessment().find(EntityKind::Interview, id);
    if (!interview)
        return;
    begin(tr("Interview %1").arg((*interview)[field::interview::label]));
    addFacts(*interview);
    for (const auto &[person, record] : m_document.assessment().records(EntityKind::Person))
        if ((*interview)[field::interview::people].contains(record[field::person::label]))
            m_layout->addWidget(newReading(
                this, record[field::person::label] + QStringLiteral("  ") + record[field::person::description],
                Type::Body, Role::SecondText));
    m_layout->addStretch(1);
}

} // namespace adit
