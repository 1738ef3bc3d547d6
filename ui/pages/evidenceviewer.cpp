// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evidenceviewer.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
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

namespace adit {

namespace {

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

EvidenceViewer::EvidenceViewer(QWidget *parent)
    : QDialog(parent)
    , m_layout(new QVBoxLayout(this))
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

void EvidenceViewer::addFile(const QString &mime, const QByteArray &bytes)
{
    if (mime == QLatin1String("application/pdf")) {
        // Made before the view, hence gone before it: a document that closes still tells its view.
        auto *buffer = new QBuffer(this);
        auto *pages = new QPdfDocument(this);
        auto *view = new QPdfView(this);
        buffer->setData(bytes);
        buffer->open(QIODevice::ReadOnly);
        pages->load(buffer);
        view->setDocument(pages);
        view->setPageMode(QPdfView::PageMode::MultiPage);
        view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
        m_layout->addWidget(view, 1);
    } else if (mime.startsWith(QLatin1String("image/"))) {
        m_layout->addWidget(new FilePicture(bytes, this), 1);
    } else if (mime.startsWith(QLatin1String("text/"))) {
        auto *scroll = new QScrollArea(this);
        scroll->setWidgetResizable(true);
        QLabel *text = newReading(scroll, QString::fromUtf8(bytes), Type::Body, Role::Text);
        text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        text->setMargin(grid::group);
        scroll->setWidget(text);
        m_layout->addWidget(scroll, 1);
    } else {
        m_layout->addWidget(
            newReading(this, tr("Files of this kind are not shown here."), Type::Body, Role::ThirdText));
        m_layout->addStretch(1);
    }
}

Result<> EvidenceViewer::showEvidence(const CaseDocument &document, const EntityId &id)
{
    const Record *evidence = document.assessment().find(EntityKind::Evidence, id);
    if (!evidence)
        return {};
    begin((*evidence)[field::evidence::title]);
    addFacts(*evidence);
    const QString hash = (*evidence)[field::evidence::sha256];
    if (hash.isEmpty()) {
        m_layout->addStretch(1);
        return {};
    }
    const auto bytes = document.content(hash);
    if (bytes)
        addFile((*evidence)[field::evidence::mime], *bytes);
    return bytes ? Result<>() : Result<>(bytes.error());
}

void EvidenceViewer::showInterview(const CaseDocument &document, const EntityId &id)
{
    const Record *interview = document.assessment().find(EntityKind::Interview, id);
    if (!interview)
        return;
    begin(tr("Interview %1").arg((*interview)[field::interview::label]));
    addFacts(*interview);
    for (const auto &[person, record] : document.assessment().records(EntityKind::Person))
        if ((*interview)[field::interview::people].contains(record[field::person::label]))
            m_layout->addWidget(newReading(
                this, record[field::person::label] + QStringLiteral("  ") + record[field::person::description],
                Type::Body, Role::SecondText));
    m_layout->addStretch(1);
}

} // namespace adit
