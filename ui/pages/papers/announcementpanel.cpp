// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/papers/announcementpanel.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

AnnouncementPanel::AnnouncementPanel(const AnnouncementInput &begun, const QString &likelyLanguages, QWidget *parent)
    : QWidget(parent)
    , m_form(newForm(begun, likelyLanguages))
{
    setObjectName(QStringLiteral("announcementPanel"));
    auto *head = new SectionHeader(tr("Announcement, printed"), this);
    head->setRuled(true);
    auto *open = new Button(Button::Kind::Plain, tr("Make the announcement…"), this);
    open->setObjectName(QStringLiteral("makeAnnouncement"));
    open->setIconName(QStringLiteral("print"));
    const bool isBegun = !begun.contact.isEmpty() || !begun.languages.isEmpty();
    m_form->setVisible(isBegun);
    open->setVisible(!isBegun);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(head);
    layout->addWidget(open, 0, Qt::AlignLeading);
    layout->addWidget(m_form);
    connect(open, &Button::clicked, this, [this, open] {
        open->hide();
        m_form->show();
        m_language->setFocus(Qt::OtherFocusReason);
    });
}

QWidget *AnnouncementPanel::newForm(const AnnouncementInput &begun, const QString &likelyLanguages)
{
    auto *form = new QWidget(this);
    m_language = new QComboBox(form);
    m_language->setObjectName(QStringLiteral("noticeLanguage"));
    for (const QString &language : announcementLanguages())
        m_language->addItem(languageName(language), language);
    m_language->setCurrentIndex(std::max(0, m_language->findData(begun.language)));
    m_contact = new QPlainTextEdit(begun.contact, form);
    m_contact->setObjectName(QStringLiteral("noticeContact"));
    m_contact->setTabChangesFocus(true);
    m_contact->setPlaceholderText(tr("Telephone, e-mail, address; left blank, it is filled in by hand"));
    m_contact->setFixedHeight(scaled(font(), 58));
    m_languages = new QLineEdit(begun.languages, form);
    m_languages->setObjectName(QStringLiteral("noticeLanguages"));
    m_languages->setPlaceholderText(likelyLanguages);
    auto *buttons = new QWidget(form);
    auto *flow = new FlowLayout(grid::inside, buttons);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    const auto row = [&](const QString &label, QWidget *field) {
        auto *name = newLabel(form, label, Type::Small, Role::SecondText);
        name->setBuddy(field);
        field->setAccessibleName(label);
        layout->addWidget(name);
        layout->addWidget(field);
    };
    row(tr("Language"), m_language);
    row(tr("How people reach the certification body"), m_contact);
    row(tr("Languages in which people can speak with the team"), m_languages);
    auto *note = newReading(form, tr("All of this becomes public. It is printed, and not kept in the case."),
                            Type::Small, Role::ThirdText);
    layout->addWidget(note);
    layout->addWidget(buttons);
    const auto add = [&](const char *name, const QString &text, const QString &icon, const auto &pressed) {
        auto *button = new Button(Button::Kind::Plain, text, buttons);
        button->setObjectName(QLatin1String(name));
        button->setIconName(icon);
        flow->addWidget(button);
        connect(button, &Button::clicked, this, pressed);
    };
    add("noticePdf", tr("Save PDF…"), QStringLiteral("save"), [this] { Q_EMIT wanted(input(), PaperFormat::Pdf); });
    add("noticeHtml", tr("Save web page…"), QStringLiteral("save"),
        [this] { Q_EMIT wanted(input(), PaperFormat::Html); });
    add("noticeText", tr("Record as published…"), QStringLiteral("plus"), [this] { Q_EMIT textWanted(input()); });
    const auto tell = [this] { Q_EMIT changed(input()); };
    connect(m_language, &QComboBox::currentIndexChanged, this, tell);
    connect(m_contact, &QPlainTextEdit::textChanged, this, tell);
    connect(m_languages, &QLineEdit::textChanged, this, tell);
    return form;
}

AnnouncementInput AnnouncementPanel::input() const
{
    return {m_language->currentData().toString(), m_contact->toPlainText().trimmed(), m_languages->text().trimmed()};
}

} // namespace adit
