// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/contentloader.h"

#include <QDialog>

class QVBoxLayout;

namespace adit {

/// One piece of evidence or one interview in full, in a window of its own beside the page. Files are shown from
/// memory: nothing of a case is written elsewhere in the clear (store.md, Evidence). What is known is there at once;
/// the file itself is fetched and decoded beside the window.
class EvidenceViewer final : public QDialog
{
    Q_OBJECT
public:
    explicit EvidenceViewer(const CaseDocument &document, QWidget *parent = nullptr);

    void showEvidence(const EntityId &id);
    void showInterview(const EntityId &id);

Q_SIGNALS:
    /// The file is damaged or not there; what is known of it is shown all the same.
    void failed(const adit::Error &error);

private:
    void begin(const QString &title);
    void addFacts(const Record &record);
    void addFile(const QString &mime, const Result<LoadedContent> &content);
    void addPages(const QByteArray &bytes);
    void addText(const QByteArray &bytes);

    const CaseDocument &m_document;
    QVBoxLayout *m_layout;
    ContentLoader m_loader;
};

} // namespace adit
