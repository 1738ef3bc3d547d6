// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/reportchoice.h"

#include "ui/look/measures.h"
#include "ui/widgets/button.h"
#include "ui/widgets/buttonmenu.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QMenu>

namespace adit {

namespace {

/// In the order in which they are offered: for everybody first.
constexpr ReportKind kinds[] = {ReportKind::Public, ReportKind::Surveillance, ReportKind::Scorecard,
                                ReportKind::Full,   ReportKind::Draft,        ReportKind::Actions};

} // namespace

QString reportKindName(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Public:
        return ReportChoice::tr("Public summary");
    case ReportKind::Full:
        return ReportChoice::tr("Full report");
    case ReportKind::Draft:
        return ReportChoice::tr("Draft for a reader");
    case ReportKind::Scorecard:
        return ReportChoice::tr("Scorecard");
    case ReportKind::Surveillance:
        return ReportChoice::tr("Surveillance summary");
    case ReportKind::Actions:
        break;
    }
    return ReportChoice::tr("Action plan");
}

QString reportReaderWords(ReportKind kind)
{
    if (readerOf(kind) == Reader::Public)
        return {};
    if (kind == ReportKind::Draft)
        return ReportChoice::tr("The full report under review, one copy for each reader, whose name stands across "
                                "every page. What protects people stays withheld.");
    return ReportChoice::tr("For the company, the certification body and the scheme, not for the public. What protects "
                            "people stays withheld; the rest is shown.");
}

ReportChoice::ReportChoice(QWidget *parent)
    : QWidget(parent)
    , m_kindButton(new Button(Button::Kind::Plain, {}, this))
    , m_languageButton(new Button(Button::Kind::Plain, {}, this))
{
    m_kindButton->setObjectName(QStringLiteral("reportKind"));
    m_languageButton->setObjectName(QStringLiteral("reportLanguage"));
    buildKinds();
    buildLanguages();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_kindButton);
    layout->addWidget(m_languageButton);
    setKind(m_kind);
    setLanguage(m_language);
}

void ReportChoice::buildKinds()
{
    QMenu *menu = addMenuTo(m_kindButton);
    for (const ReportKind kind : kinds) {
        if (kind == ReportKind::Full)
            menu->addSeparator();
        QAction *action = menu->addAction(reportKindName(kind));
        action->setObjectName(QStringLiteral("report-") + codeOf(kind));
        action->setCheckable(true);
        connect(menu, &QMenu::aboutToShow, action, [this, action, kind] {
            action->setChecked(kind == m_kind);
            action->setVisible(kind != ReportKind::Surveillance || m_isSurveillance);
        });
        connect(action, &QAction::triggered, this, [this, kind] {
            setKind(kind);
            Q_EMIT chosen();
        });
    }
}

void ReportChoice::buildLanguages()
{
    QMenu *menu = addMenuTo(m_languageButton);
    for (const QString &language : reportLanguages()) {
        QAction *action = menu->addAction(languageName(language));
        action->setObjectName(QStringLiteral("report-in-") + language);
        action->setCheckable(true);
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, language] { action->setChecked(language == m_language); });
        connect(action, &QAction::triggered, this, [this, language] {
            setLanguage(language);
            Q_EMIT chosen();
        });
    }
}

void ReportChoice::setKind(ReportKind kind)
{
    m_kind = kind;
    m_kindButton->setText(reportKindName(kind));
    m_kindButton->setAccessibleName(tr("Kind of report: %1").arg(reportKindName(kind)));
    m_kindButton->updateGeometry();
}

void ReportChoice::setLanguage(const QString &language)
{
    if (!reportLanguages().contains(language))
        return;
    m_language = language;
    m_languageButton->setText(languageName(language));
    m_languageButton->setAccessibleName(tr("Language of the report: %1").arg(languageName(language)));
    m_languageButton->setToolTip(tr("Language of the report, not of the window"));
    m_languageButton->updateGeometry();
}

} // namespace adit
