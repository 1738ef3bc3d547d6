// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/contentloader.h"

#include <QCache>
#include <QPixmap>

namespace adit {

/// Small pictures of evidence for lists: made one after the other beside the window, the ones asked for last first, and
/// only while they are in view. The latest ones are kept, up to a bound of memory.
class Thumbnails final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostMemory = 48 * 1024; ///< KB of pictures: some 600 of them

    /// `longestEdge`: in pixels of the screen.
    Thumbnails(const CaseDocument &document, int longestEdge, QObject *parent = nullptr);

    /// Null where it is not made yet, or the file has no picture. Asks for it if it can be made.
    QPixmap of(const QString &sha256, const QString &mime);
    /// Drops what was asked for and is not among these any more: it was scrolled away.
    void keepOnly(const QSet<QString> &wanted);
    bool isBusy() const { return m_loader.isBusy() || !m_asked.empty(); }
    /// Pictures made since the beginning, for who measures.
    int made() const { return m_made; }

Q_SIGNALS:
    void ready(const QString &sha256);

private:
    void next();
    void take(const QString &sha256, const Result<LoadedContent> &content);

    struct Asked
    {
        QString sha256;
        QString mime;
    };
    int m_longestEdge;
    std::vector<Asked> m_asked;
    QString m_making;
    QCache<QString, QPixmap> m_pictures;
    ContentLoader m_loader;
    int m_made = 0;
};

} // namespace adit
