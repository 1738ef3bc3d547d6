// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/papers/announcement.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace adit {

class Button;

/// Makes the announcement from the profile of the mine: language, how people reach the certification body, and what it
/// is to become. Opens in place under its button; nothing modal. What is typed here becomes public and is no part of
/// the case.
class AnnouncementPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `begun`: what was typed before, kept as long as the case is open.
    AnnouncementPanel(const AnnouncementInput &begun, const QString &likelyLanguages, QWidget *parent = nullptr);

    AnnouncementInput input() const;

Q_SIGNALS:
    void changed(const adit::AnnouncementInput &input);
    void wanted(const adit::AnnouncementInput &input, adit::PaperFormat format);
    /// Its text is to be kept with the publications.
    void textWanted(const adit::AnnouncementInput &input);

private:
    QWidget *newForm(const AnnouncementInput &begun, const QString &likelyLanguages);

    QComboBox *m_language = nullptr;
    QPlainTextEdit *m_contact = nullptr;
    QLineEdit *m_languages = nullptr;
    QWidget *m_form; ///< last: making it sets the others
};

} // namespace adit
