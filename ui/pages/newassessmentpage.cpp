// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/newassessmentpage.h"

#include "core/standard/standardjson.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace adit {

namespace {

QStringList choicesOf(const FieldInfo &field)
{
    return QString(field.choices).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QLineEdit *newLine(const QString &objectName, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(objectName);
    return line;
}

} // namespace

NewAssessmentPage::NewAssessmentPage(PathChooser choosePath, QWidget *parent)
    : Page(parent)
    , m_choosePath(std::move(choosePath))
    , m_site(newLine(QStringLiteral("newSite"), this))
    , m_country(newLine(QStringLiteral("newCountry"), this))
    , m_operator(newLine(QStringLiteral("newOperator"), this))
    , m_mine(new SegmentedControl(this))
    , m_kind(new SegmentedControl(this))
    , m_standard(new QComboBox(this))
    , m_path(newLine(QStringLiteral("newPath"), this))
    , m_person(newLine(QStringLiteral("newPerson"), this))
{
    setObjectName(QStringLiteral("newAssessmentPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_mine->setObjectName(QStringLiteral("newMine"));
    m_kind->setObjectName(QStringLiteral("newKind"));
    m_standard->setObjectName(QStringLiteral("newStandard"));
    auto *content = new QWidget;
    auto *column = new QWidget(content);
    column->setMaximumWidth(scaled(font(), 560));
    auto *form = new QVBoxLayout(column);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(grid::unit);
    buildForm(form);
    auto *outer = new QHBoxLayout(content);
    outer->setContentsMargins(32, grid::page, 32, grid::page);
    outer->addWidget(column, 1);
    outer->addStretch(0);
    QScrollArea *scroll = newPageScroll(content, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

NewAssessmentPage::Row NewAssessmentPage::addRow(QVBoxLayout *layout, const QString &label, QWidget *field,
                                                 const QString &help)
{
    auto *name = newLabel(this, label, Type::Body, Role::SecondText);
    name->setBuddy(field);
    field->setAccessibleName(label);
    layout->addWidget(name);
    layout->addWidget(field);
    auto *problem = newLabel(this, help, Type::Small, Role::ThirdText);
    problem->setWordWrap(true);
    problem->setProperty("help", help);
    problem->setVisible(!help.isEmpty());
    layout->addWidget(problem);
    layout->addSpacing(grid::inside);
    return {field, problem};
}

void NewAssessmentPage::buildForm(QVBoxLayout *layout)
{
    QStringList mines;
    for (const QString &code : choicesOf(infoOf(field::details::mine)))
        mines.append(mineKindWord(code));
    m_mine->setSegments(mines);
    QStringList kinds;
    for (const QString &code : choicesOf(infoOf(field::details::kind)))
        kinds.append(auditKindWord(code));
    m_kind->setSegments(kinds);
    auto *browse = new Button(Button::Kind::Plain, tr("Choose…"), this);
    browse->setObjectName(QStringLiteral("newBrowse"));
    auto *pathBox = new QWidget(this);
    auto *path = new QHBoxLayout(pathBox);
    path->setContentsMargins(0, 0, 0, 0);
    path->setSpacing(grid::inside);
    path->addWidget(m_path, 1);
    path->addWidget(browse);
    layout->addWidget(newLabel(this, tr("New assessment"), Type::Title, Role::Text));
    layout->addSpacing(grid::group);
    m_siteRow = addRow(layout, tr("Site"), m_site);
    addRow(layout, tr("Country"), m_country);
    addRow(layout, tr("Operator"), m_operator);
    addRow(layout, tr("Mine"), m_mine, tr("Requirements that are for the other kind of mine only are left out."));
    addRow(layout, tr("Kind of audit"), m_kind);
    addRow(layout, tr("Standard"), m_standard);
    m_pathRow = addRow(layout, tr("File"), pathBox);
    m_path->setAccessibleName(tr("File"));
    addRow(layout, tr("Your name"), m_person, tr("Stands in the history of this case; never printed in public."));
    auto *create = new Button(Button::Kind::Primary, tr("Create"), this);
    create->setObjectName(QStringLiteral("newCreate"));
    auto *cancel = new Button(Button::Kind::Plain, tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("newCancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addWidget(create);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    layout->addSpacing(grid::inside);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(m_site, &QLineEdit::textEdited, this, &NewAssessmentPage::suggestPath);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_pathTyped = true; });
    connect(browse, &Button::clicked, this, [this] {
        const QString chosen = m_choosePath(m_path->text());
        if (!chosen.isEmpty()) {
            m_pathTyped = true;
            m_path->setText(chosen);
            check();
        }
    });
    for (QLineEdit *line : {m_site, m_path, m_country, m_operator, m_person})
        connect(line, &QLineEdit::returnPressed, this, &NewAssessmentPage::create);
    connect(create, &Button::clicked, this, &NewAssessmentPage::create);
    connect(cancel, &Button::clicked, this, &NewAssessmentPage::cancelled);
}

void NewAssessmentPage::begin(const QString &person, const QString &folder)
{
    // Reading a standard takes a moment: not before somebody wants to make an assessment.
    if (m_standard->count() == 0) {
        for (const QString &id : shippedStandards()) {
            const auto standard = shippedStandard(id);
            m_standard->addItem(standard ? standard->title().in(catalogueLanguage()) : id, id);
        }
    }
    m_folder = folder;
    m_pathTyped = false;
    for (QLineEdit *line : {m_site, m_country, m_operator, m_path})
        line->clear();
    m_person->setText(person);
    m_mine->setCurrent(0);
    m_kind->setCurrent(0);
    say(m_siteRow, {});
    say(m_pathRow, {});
}

void NewAssessmentPage::focusMain()
{
    m_site->setFocus(Qt::OtherFocusReason);
}

void NewAssessmentPage::suggestPath()
{
    if (!m_siteRow.problem->isHidden() && !m_site->text().trimmed().isEmpty())
        say(m_siteRow, {});
    if (m_pathTyped)
        return;
    static const QRegularExpression unfit(QStringLiteral("[^\\w\\- ]"), QRegularExpression::UseUnicodePropertiesOption);
    const QString name = m_site->text().trimmed().remove(unfit).simplified();
    m_path->setText(name.isEmpty()
                        ? QString()
                        : QDir::toNativeSeparators(m_folder + QLatin1Char('/') + name + QStringLiteral(".adit")));
}

void NewAssessmentPage::say(const Row &row, const QString &problem)
{
    const QString help = row.problem->property("help").toString();
    row.problem->setText(problem.isEmpty() ? help : problem);
    dress(row.problem, Type::Small, problem.isEmpty() ? Role::ThirdText : Role::NotMet);
    row.problem->setVisible(!row.problem->text().isEmpty());
    QWidget *field = row.field == m_site ? m_site : m_path;
    field->setProperty("wrong", !problem.isEmpty());
    field->style()->unpolish(field);
    field->style()->polish(field);
}

bool NewAssessmentPage::check()
{
    const QString site = m_site->text().trimmed();
    const QString path = m_path->text().trimmed();
    const QFileInfo file(path);
    say(m_siteRow, site.isEmpty() ? tr("Write the name of the site.") : QString());
    say(m_pathRow, path.isEmpty()         ? tr("Say where the case file goes.")
                   : file.exists()        ? tr("There is a file of this name already; it will not be overwritten.")
                   : !file.dir().exists() ? tr("This folder does not exist.")
                                          : QString());
    if (site.isEmpty())
        m_site->setFocus(Qt::OtherFocusReason);
    else if (m_path->property("wrong").toBool())
        m_path->setFocus(Qt::OtherFocusReason);
    return !site.isEmpty() && !m_path->property("wrong").toBool();
}

void NewAssessmentPage::create()
{
    if (!check())
        return;
    QString path = m_path->text().trimmed();
    if (!path.endsWith(QLatin1String(".adit")))
        path += QStringLiteral(".adit");
    Request request{path, m_standard->currentData().toString(), m_person->text().trimmed(), {}};
    request.details.details = {
        {&infoOf(field::details::site), m_site->text().trimmed()},
        {&infoOf(field::details::country), m_country->text().trimmed()},
        {&infoOf(field::details::operator_name), m_operator->text().trimmed()},
        {&infoOf(field::details::mine), choicesOf(infoOf(field::details::mine))[m_mine->current()]},
        {&infoOf(field::details::kind), choicesOf(infoOf(field::details::kind))[m_kind->current()]},
    };
    Q_EMIT createWanted(request);
}

} // namespace adit
