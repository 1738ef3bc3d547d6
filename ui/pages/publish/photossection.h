// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disclosure/photoverbs.h"
#include "core/evidence/photosforprint.h"
#include "ui/editing/editor.h"
#include "ui/pages/publish/printedplace.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace adit {

class ReasonForm;
class SectionHeader;

/// The photos of the report and how they stand. One is looked at as it is printed, large, and only then confirmed: that
/// nobody can be recognised in it, or that consent is on record.
class PhotosSection final : public QWidget
{
    Q_OBJECT
public:
    explicit PhotosSection(Editor &editor, QWidget *parent = nullptr);

    /// Hidden where there is none.
    void refresh();
    bool hasPending() const;
    void forget();

Q_SIGNALS:
    /// Something in it is to be seen.
    void shownWanted(QWidget *part);
    /// One is looked at; where it is printed is to be seen.
    void placeWanted(const adit::PrintedPlace &place);

private:
    /// As it is printed, or would be; made once for the same file.
    Result<QByteArray> pictureOf(const PhotoState &photo);
    /// Confirmed, and the picture is the one that was looked at.
    bool isPrinted(const PhotoState &photo) const;
    QWidget *newRow(const PhotoState &photo);
    void showOnPage(const QString &label);
    QWidget *newStateTag(const PhotoState &photo, QWidget *row);
    QWidget *newPicture(const PhotoState &photo, QWidget *row);
    QWidget *newActions(const PhotoState &photo, QWidget *row);
    void askForConsent(const QString &label);
    void confirm(const QString &label, const QString &basis, const QString &consent = {});
    void remove(const QString &label);

    Editor &m_editor;
    SectionHeader *m_head;
    ReasonForm *m_form;
    QVBoxLayout *m_rows;
    QHash<QString, QByteArray> m_pictures; ///< made of evidence, by its SHA-256
    PhotosForPrint m_printed;
    QString m_open;  ///< label of the one looked at
    QString m_asked; ///< label of the one that consent is told for
    /// What is on the screen to be confirmed: the picture, and the file it was made from.
    struct Shown
    {
        QString file;
        QByteArray jpeg;
    } m_shown;
};

} // namespace adit
