// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/editing/profilekeeper.h"
#include "ui/pages/page.h"

#include <functional>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace adit {

class Banner;
class Button;
class NewProfileForm;
class RecoveryCodeView;
class HoldersView;

/// One's own profile: made at first need, opened with its passphrase, and what can be done with it while it is open.
class ProfilePage final : public Page
{
    Q_OBJECT
public:
    struct Tools
    {
        /// File dialogs; an empty answer means the person changed their mind.
        std::function<QString()> chooseFile;
        std::function<QString(const QString &suggestion)> saveFile;
    };

    /// `editor`: null outside of a case, where nobody’s names are shared.
    ProfilePage(Editor *editor, ProfileKeeper &keeper, Tools tools, QWidget *parent = nullptr);

    /// Of who may be about to make one.
    void setName(const QString &name);
    /// What the profile is wanted for, in a sentence; empty: nothing in particular.
    void setReason(const QString &reason);
    void focusMain() override;
    void forgetPending() override;

Q_SIGNALS:
    void saved(const QString &path);
    /// The profile is open, and its recovery code written down.
    void ready();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *newLocked();
    QWidget *newOpen();
    void refresh();
    void showProblem(const Error &error);
    void tell(const Result<> &done, const QString &path);
    void useFile();
    void changePassphrase();

    Editor *m_editor;
    ProfileKeeper &m_keeper;
    const Tools m_tools;
    QLabel *m_reason;
    Banner *m_problem;
    QStackedWidget *m_stack;
    NewProfileForm *m_new;
    RecoveryCodeView *m_code;
    QWidget *m_locked = nullptr;
    QWidget *m_openView = nullptr;
    QLabel *m_lockedName = nullptr;
    QLabel *m_lockedPrint = nullptr;
    QLineEdit *m_passphrase = nullptr;
    Button *m_unlock = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_roles = nullptr;
    QLabel *m_print = nullptr;
    HoldersView *m_holders = nullptr;
    QLineEdit *m_newPassphrase = nullptr;
    QLineEdit *m_again = nullptr;
    bool m_showsCode = false;
    QString m_otherFile; ///< a profile from elsewhere that waits for its passphrase
};

} // namespace adit
