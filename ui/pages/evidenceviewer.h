// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QDialog>

class QVBoxLayout;

namespace adit {

/// One piece of evidence or one interview in full, in a window of its own beside the page. Files are shown from
/// memory: nothing of a case is written elsewhere in the clear (store.md, Evidence).
class EvidenceViewer final : public QDialog
{
    Q_OBJECT
public:
    explicit EvidenceViewer(QWidget *parent = nullptr);

    /// The error where the file is not there or is damaged; what is known of it is shown all the same.
    Result<> showEvidence(const CaseDocument &document, const EntityId &id);
    void showInterview(const CaseDocument &document, const EntityId &id);

private:
    void begin(const QString &title);
    void addFacts(const Record &record);
    void addFile(const QString &mime, const QByteArray &bytes);

    QVBoxLayout *m_layout;
};

} // namespace adit
