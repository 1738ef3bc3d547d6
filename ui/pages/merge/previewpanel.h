// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/incomingwork.h"
#include "core/parcel/parcelfile.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace adit {

class Button;

/// What another copy would bring, before it does: how much by whom, how many conflicts, which files come along, whose
/// clock was wrong. While it is read or taken: how far that is, and a way to stop it.
class PreviewPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPanel(QWidget *parent = nullptr);

    void showBusy(const QString &file, const QString &what);
    void setProgress(double done);
    /// `manifest`: of the parcel it came in, if it did.
    void showPreview(const QString &file, const MergePreview &preview, const ParcelManifest *manifest);

Q_SIGNALS:
    void takeWanted();
    void dropWanted();

private:
    void showMaker(const ParcelManifest *manifest);
    void fillPeople(const MergePreview &preview);
    static QStringList notes(const MergePreview &preview);
    static QString relabelledWords(const std::vector<MergePreview::Relabelled> &relabelled);

    QLabel *m_title;
    QLabel *m_file;
    QWidget *m_maker; ///< who made the parcel
    QVBoxLayout *m_makerLines;
    QLabel *m_sum;
    QWidget *m_people;
    QGridLayout *m_grid;
    QLabel *m_notes;
    QProgressBar *m_bar;
    Button *m_drop;
    Button *m_take;
};

} // namespace adit
