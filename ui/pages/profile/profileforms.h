// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTextEdit;
class QVBoxLayout;

namespace adit {

class Button;

/// A line for a passphrase: dots, no suggestions, nothing kept.
QLineEdit *newPassphraseLine(const char *objectName, const QString &label, QWidget *parent);
/// A field below its label, as all forms of the profile have it.
void addLabelled(QVBoxLayout *layout, const QString &label, QWidget *field, const QString &help = {});

/// What a new profile needs: name, roles, a passphrase typed twice. With the recovery code of one that was lost, the
/// same keys are made again.
class NewProfileForm final : public QWidget
{
    Q_OBJECT
public:
    explicit NewProfileForm(QWidget *parent = nullptr);

    void setName(const QString &name);
    void setBusy(bool busy);
    /// Empties the lines with secrets.
    void forget();
    void focusFirst();

Q_SIGNALS:
    /// `code` is empty for a new one.
    void wanted(const QString &code, const QString &name, const QStringList &roles, const QString &passphrase);
    void otherFileWanted();
    /// The two passphrases differ.
    void differ();

private:
    void submit();
    void setRecovering(bool recovering);

    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_codeRow;
    QLineEdit *m_code;
    QLineEdit *m_name;
    std::vector<QCheckBox *> m_roles;
    QStringList m_roleCodes;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    Button *m_make;
    Button *m_recover;
    bool m_isRecovering = false;
};

/// The recovery code, to be written down: shown once, and two of its groups asked back.
class RecoveryCodeView final : public QWidget
{
    Q_OBJECT
public:
    explicit RecoveryCodeView(QWidget *parent = nullptr);

    void setCode(const QString &code);
    void focusFirst();

Q_SIGNALS:
    void written();

private:
    void check();

    QStringList m_groups;
    std::vector<QLabel *> m_labels;
    std::vector<QLineEdit *> m_asked;
    QLabel *m_wrong;
};

} // namespace adit
