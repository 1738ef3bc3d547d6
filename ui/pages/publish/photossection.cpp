// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/photossection.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/assess/reasonform.h"
#include "ui/pages/filepicture.h"
#include "ui/pages/publish/printedmarks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/errorwords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

constexpr int pictureHeight = 300;

/// Of the evidence that a photo is of.
QString fileOf(const Assessment &assessment, const Record &photo)
{
    const Record *evidence = evidenceOf(assessment, photo);
    return evidence ? (*evidence)[field::evidence::sha256] : QString();
}

} // namespace

PhotosSection::PhotosSection(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_head(new SectionHeader(tr("Photos"), this))
    , m_form(new ReasonForm(QStringLiteral("photoConsent"), this))
    , m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("photosSection"));
    m_head->setRuled(true);
    m_head->addLeading(new IconLabel(QStringLiteral("eye"), Role::SecondText, m_head));
    m_form->findChild<CommitTextEdit *>()->setAccessibleName(tr("Where the consent is on record"));
    m_form->hide();
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_head);
    layout->addLayout(m_rows);
    layout->addWidget(m_form);
    connect(m_form, &ReasonForm::confirmed, this,
            [this](const QString &where) { confirm(m_asked, QStringLiteral("consent"), where); });
    connect(m_form, &ReasonForm::cancelled, this, &PhotosSection::forget);
}

Result<QByteArray> PhotosSection::pictureOf(const PhotoState &photo)
{
    if (isPrinted(photo))
        return m_printed.pictures.at(photo.entity.id);
    const CaseDocument &document = m_editor.document();
    QByteArray &picture = m_pictures[fileOf(document.assessment(), *photo.record)];
    if (picture.isEmpty()) {
        ADIT_TRY_ASSIGN(const PrintPhoto made,
                        adit::pictureOf(document.assessment(), *photo.record,
                                        [&document](const QString &sha256) { return document.content(sha256); }));
        picture = made.jpeg;
    }
    return picture;
}

bool PhotosSection::isPrinted(const PhotoState &photo) const
{
    return m_printed.pictures.contains(photo.entity.id);
}

void PhotosSection::refresh()
{
    emptyLayout(m_rows);
    m_shown = {};
    const CaseDocument &document = m_editor.document();
    m_printed = photosForPrint(document.assessment(), [&](const QString &sha256) { return document.content(sha256); });
    std::vector<PhotoState> photos = photoStates(document.assessment());
    std::erase_if(photos, [](const PhotoState &photo) { return photo.state == PhotoState::State::TakenOut; });
    setVisible(!photos.empty());
    const auto printed = std::ranges::count_if(photos, [this](const PhotoState &photo) { return isPrinted(photo); });
    m_head->setDetail(tr("%1 of %2 printed").arg(printed).arg(photos.size()));
    for (const PhotoState &photo : photos)
        m_rows->addWidget(newRow(photo));
}

QWidget *PhotosSection::newStateTag(const PhotoState &photo, QWidget *row)
{
    const bool isOut = photo.state == PhotoState::State::Barred;
    const bool isWaiting = photo.state == PhotoState::State::Waiting;
    const bool isIn = isPrinted(photo);
    auto *tag = new Chip(isOut       ? tr("Not to be shown")
                         : isWaiting ? tr("To confirm")
                         : isIn      ? tr("Printed")
                                     : tr("Changed"),
                         row);
    tag->setObjectName(QStringLiteral("photoState"));
    tag->setTag();
    tag->setTone(isIn ? Chip::Tone::Plain : isOut ? Chip::Tone::Block : Chip::Tone::Warn);
    if (!isIn)
        tag->setIconName(isOut ? QStringLiteral("close") : QStringLiteral("warning"));
    return tag;
}

QWidget *PhotosSection::newRow(const PhotoState &photo)
{
    using namespace field::public_photo;
    const Record &record = *photo.record;
    const QString name = record[label];
    const bool isOpen = m_open == name;
    auto *row = new QFrame(this);
    row->setObjectName(QStringLiteral("photo-") + name);
    row->setProperty("rule", QStringLiteral("bottom"));
    auto *words = new ElidedLabel(tr("%1 · %2 · %3").arg(name, record[requirement], record[caption]), row);
    words->setObjectName(QStringLiteral("photoWords"));
    auto *look = new Button(Button::Kind::Link, isOpen ? tr("Close") : tr("Look at it"), row);
    look->setObjectName(QStringLiteral("photoLook-") + name);
    auto *first = new QHBoxLayout;
    first->setSpacing(grid::inside);
    first->addWidget(newStateTag(photo, row));
    first->addWidget(words, 1);
    first->addWidget(look);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 7, 0, 8);
    layout->setSpacing(grid::inside);
    layout->addLayout(first);
    if (isOpen) {
        layout->addWidget(newPicture(photo, row));
        layout->addWidget(newReading(row, record[caption], Type::Body, Role::Text));
        layout->addWidget(
            newReading(row, tr("Read in its place: %1").arg(record[description]), Type::Small, Role::SecondText));
        layout->addWidget(newActions(photo, row));
    }
    connect(look, &Button::clicked, this, [this, name, isOpen] {
        m_open = isOpen ? QString() : name;
        forget();
        refresh();
        if (auto *opened = findChild<QWidget *>(QStringLiteral("photo-") + m_open))
            Q_EMIT shownWanted(opened);
        if (!isOpen)
            showOnPage(name);
    });
    return row;
}

void PhotosSection::showOnPage(const QString &label)
{
    const Assessment &assessment = m_editor.document().assessment();
    const auto entity = photoCalled(assessment, label);
    if (const Record *photo = entity ? assessment.find(entity->kind, entity->id) : nullptr)
        Q_EMIT placeWanted(placeOfText(assessment, *entity, (*photo)[field::public_photo::caption], 0, 0));
}

QWidget *PhotosSection::newPicture(const PhotoState &photo, QWidget *row)
{
    const auto picture = pictureOf(photo);
    if (!picture)
        return newReading(row, errorWords(picture.error()).head, Type::Small, Role::SecondText);
    m_shown = {fileOf(m_editor.document().assessment(), *photo.record), *picture};
    auto *shown = new FilePicture(QImage::fromData(*picture, "jpeg"), row);
    shown->setObjectName(QStringLiteral("photoPicture"));
    shown->setAccessibleName((*photo.record)[field::public_photo::description]);
    shown->setFixedHeight(scaled(font(), pictureHeight));
    return shown;
}

QWidget *PhotosSection::newActions(const PhotoState &photo, QWidget *row)
{
    const QString name = (*photo.record)[field::public_photo::label];
    auto *actions = new QWidget(row);
    auto *layout = new QVBoxLayout(actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    auto *line = new QWidget(actions);
    auto *buttons = new FlowLayout(grid::inside, line);
    const bool canBeConfirmed = !isPrinted(photo) && photo.state != PhotoState::State::Barred;
    if (canBeConfirmed) {
        layout->addWidget(newReading(actions,
                                     tr("This is the very picture that everybody will see. Is anybody in it who could "
                                        "be recognised, a badge, a plate?"),
                                     Type::Small, Role::SecondText));
        auto *nobody = new Button(Button::Kind::Plain, tr("Nobody can be recognised"), actions);
        nobody->setObjectName(QStringLiteral("photoNobody"));
        auto *consent = new Button(Button::Kind::Plain, tr("Consent is on record…"), actions);
        consent->setObjectName(QStringLiteral("photoConsent"));
        buttons->addWidget(nobody);
        buttons->addWidget(consent);
        connect(nobody, &Button::clicked, this, [this, name] { confirm(name, QStringLiteral("nobody-recognisable")); });
        connect(consent, &Button::clicked, this, [this, name] { askForConsent(name); });
    }
    auto *out = new Button(Button::Kind::Link, tr("Take out of the report"), actions);
    out->setObjectName(QStringLiteral("photoRemove"));
    buttons->addWidget(out);
    layout->addWidget(line);
    connect(out, &Button::clicked, this, [this, name] { remove(name); });
    return actions;
}

void PhotosSection::askForConsent(const QString &label)
{
    if (!m_editor.profile())
        return m_editor.askForProfile();
    m_asked = label;
    m_form->ask(ReasonForm::Asks::Justification, tr("Where the consent for %1 is on record").arg(label), tr("Confirm"),
                {}, std::nullopt);
    Q_EMIT shownWanted(m_form);
}

void PhotosSection::confirm(const QString &label, const QString &basis, const QString &consent)
{
    const auto profile = m_editor.profile();
    if (!profile)
        return m_editor.askForProfile();
    CaseDocument &document = m_editor.document();
    const auto entity = photoCalled(document.assessment(), label);
    const Record *photo = entity ? document.assessment().find(entity->kind, entity->id) : nullptr;
    if (!photo)
        return forget();
    // Only what was looked at: its file may have become another one with a merge.
    if (label != m_open || m_shown.jpeg.isEmpty() || m_shown.file != fileOf(document.assessment(), *photo)) {
        forget();
        return refresh();
    }
    const auto edit = confirmPublicPhoto(
        document.view(), label, {.basis = basis, .consent = consent, .jpeg = m_shown.jpeg}, *profile, document.today());
    if (m_editor.submit(edit))
        forget();
}

void PhotosSection::remove(const QString &label)
{
    if (m_editor.submit(removePublicPhoto(m_editor.document().view(), label, m_editor.document().today())))
        forget();
}

bool PhotosSection::hasPending() const
{
    return !m_form->isHidden() && !m_form->commitNow();
}

void PhotosSection::forget()
{
    m_form->forget();
    m_form->hide();
    m_asked.clear();
}

} // namespace adit
