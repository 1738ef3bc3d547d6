// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/release/releasegate.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace adit {

class Button;
class CommitLine;
class CommitTextEdit;
struct PublishState;

/// What is said when a release is built: that the catalogue's assumptions are known, what changed, where the keys are
/// published, that somebody read for names too short to be searched.
class BuildForm final : public QWidget
{
    Q_OBJECT
public:
    explicit BuildForm(QWidget *parent = nullptr);

    /// `number`: of the release that would be built.
    void refresh(const PublishState &state, int number);
    /// Of the report; chosen above its pages.
    void setLanguage(const QString &language);
    void begin();
    ReleaseInput input() const;
    bool hasPending() const;
    void forget();

Q_SIGNALS:
    void confirmed();
    void cancelled();

private:
    void build();
    void refreshConfirm();
    /// What keeps it from being built; empty: nothing.
    QString missing() const;

    int m_number = 1;
    bool m_isReady = false;
    QString m_language = QStringLiteral("en");
    QLabel *m_title;
    QLabel *m_languageWords;
    QLabel *m_acknowledgedLabel;
    CommitTextEdit *m_acknowledged;
    QLabel *m_changesLabel;
    CommitTextEdit *m_changes;
    CommitLine *m_keysAt;
    QCheckBox *m_shortNames;
    QLabel *m_missing;
    Button *m_build;
    Button *m_cancel;
};

} // namespace adit
