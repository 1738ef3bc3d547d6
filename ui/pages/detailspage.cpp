// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/detailspage.h"

#include "core/assessment/sitemap.h"
#include "core/evidence/filereader.h"
#include "core/evidence/officetemplate.h"
#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/mapfield.h"
#include "ui/pages/templatefield.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// Whatever is on a map of a mine, once what cannot be seen is left out it is a thousand times less.
constexpr qint64 largestMapFile = 64 * 1024 * 1024;

/// As it is kept.
Result<QString> readMap(const QString &path)
{
    ADIT_TRY_ASSIGN(const TakenFile file, readEvidence(path));
    ADIT_TRY_ASSIGN(const SiteMap map, SiteMap::fromGeoJson(file.bytes));
    return QString::fromUtf8(map.thinned().toGeoJson());
}

/// Set by the program, not by people.
bool isShown(const FieldInfo &field)
{
    return field.type != ValueType::Flag && field.type != ValueType::Code &&
           field.index != field::details::previous_case.index && field.index != field::details::deferred_codes.index &&
           field.index != field::details::report_logo.index;
}

QString choiceWord(const FieldInfo &field, const QString &code)
{
    return field.index == field::details::mine.index ? mineKindWord(code) : auditKindWord(code);
}

template <typename Field>
std::function<bool()> committed(Field *field)
{
    return [field] {
        field->commitNow();
        return !field->hasPending();
    };
}

} // namespace

DetailsPage::DetailsPage(Editor &editor, Tools tools, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_tools(std::move(tools))
{
    setObjectName(QStringLiteral("detailsPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    auto *content = new QWidget;
    auto *column = new QWidget(content);
    column->setMaximumWidth(scaled(font(), 760));
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(grid::group);
    form->setVerticalSpacing(grid::inside);
    form->setColumnMinimumWidth(0, scaled(font(), 180));
    form->setColumnStretch(1, 1);
    int row = 0;
    for (const FieldInfo &field : fieldsOf(EntityKind::Details)) {
        if (!isShown(field))
            continue;
        QWidget *widget = newField(field);
        auto *name = newLabel(column, fieldLabel(field), Type::Body, Role::SecondText);
        name->setWordWrap(true);
        name->setBuddy(widget);
        form->addWidget(name, row, 0, field.type == ValueType::Text ? Qt::AlignTop : Qt::AlignVCenter);
        form->addWidget(widget, row, 1);
        ++row;
    }
    auto *head = new SectionHeader(tr("Printed in the report"), column);
    head->setAudience(AudienceMark::Public, tr("public"));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(newLabel(column, tr("Site and audit"), Type::Title, Role::Text));
    layout->addWidget(head);
    layout->addSpacing(grid::unit);
    layout->addLayout(form);
    layout->addStretch(1);
    auto *outer = new QHBoxLayout(content);
    outer->setContentsMargins(grid::page, 14, grid::page, grid::page);
    outer->addWidget(column, 1);
    outer->addStretch(0);
    QScrollArea *scroll = newPageScroll(content, this);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);
    refresh();
    connect(&editor.document(), &CaseDocument::changed, this, [this](const ChangeSet &changes) {
        if (changes.touches(EntityKind::Details))
            refresh();
    });
}

QWidget *DetailsPage::newField(const FieldInfo &field)
{
    const FieldInfo *info = &field;
    QWidget *made = nullptr;
    if (field.index == field::details::boundary.index) {
        made = newMapField(field);
    } else if (field.index == field::details::report_template.index) {
        made = newTemplateField(field);
    } else if (field.type == ValueType::Text) {
        auto *edit = new CommitTextEdit(this);
        edit->setLines(4);
        edit->setFixedHeight(edit->sizeHint().height());
        connect(edit, &CommitTextEdit::committed, this, [this, info](const QString &text) { submit(*info, text); });
        m_bindings.push_back({info, edit, [edit](const QString &value) { edit->setStored(value); }, committed(edit),
                              [edit] { edit->forget(); }});
        made = edit;
    } else if (field.type == ValueType::Choice) {
        auto *box = new QComboBox(this);
        for (const QString &code : QString(field.choices).split(QLatin1Char(' ')))
            box->addItem(choiceWord(field, code), code);
        connect(box, &QComboBox::activated, this, [this, info, box] { submit(*info, box->currentData().toString()); });
        m_bindings.push_back({info, box, [box](const QString &value) { box->setCurrentIndex(box->findData(value)); },
                              [] { return true; }, [] {}});
        made = box;
    } else {
        auto *line = field.type == ValueType::Date ? new DateField(this) : new CommitLine(this);
        if (field.type == ValueType::Date)
            line->setMaximumWidth(scaled(font(), 160));
        connect(line, &CommitLine::committed, this, [this, info](const QString &text) { submit(*info, text); });
        m_bindings.push_back({info, line, [line](const QString &value) { line->setStored(value); }, committed(line),
                              [line] { line->forget(); }});
        made = line;
    }
    made->setObjectName(QStringLiteral("details-") + field.name);
    made->setAccessibleName(fieldLabel(field));
    return made;
}

QWidget *DetailsPage::newMapField(const FieldInfo &field)
{
    auto *map = new MapField(this);
    connect(map, &MapField::fileWanted, this, [this] {
        const QString path = m_tools.chooseMap ? m_tools.chooseMap() : QString();
        if (!path.isEmpty())
            takeMap(path);
    });
    const FieldInfo *info = &field;
    connect(map, &MapField::removed, this, [this, info] { submit(*info, {}); });
    m_bindings.push_back(
        {info, map, [map](const QString &value) { map->setStored(value); }, [] { return true; }, [] {}});
    return map;
}

/// Read and thinned beside the window; what is no map by its size is not read at all.
void DetailsPage::takeMap(const QString &path)
{
    if (QFileInfo(path).size() > largestMapFile) {
        const QString limit = QLocale().formattedDataSize(largestMapFile, 0);
        Q_EMIT m_editor.failed({ErrorCode::SheetTooLarge, path, limit});
        return;
    }
    m_reading.run<Result<QString>>([path](Background::Stopped) { return readMap(path); },
                                   [this](const Result<QString> &map) {
                                       if (map)
                                           submit(infoOf(field::details::boundary), *map);
                                       else
                                           Q_EMIT m_editor.failed(map.error());
                                   });
}

QWidget *DetailsPage::newTemplateField(const FieldInfo &field)
{
    auto *made = new TemplateField(this);
    connect(made, &TemplateField::fileWanted, this, [this] {
        const QString path = m_tools.chooseTemplate ? m_tools.chooseTemplate() : QString();
        if (!path.isEmpty())
            takeTemplate(path);
    });
    connect(made, &TemplateField::removed, this,
            [this] { m_editor.submit(removeReportTemplate(m_editor.document().view())); });
    const auto show = [this, made](const QString &value) {
        made->setStored(value, m_editor.document().assessment().details()[field::details::report_logo]);
    };
    m_bindings.push_back({&field, made, show, [] { return true; }, [] {}});
    return made;
}

void DetailsPage::takeTemplate(const QString &path)
{
    const auto given = OfficeTemplate::read(path);
    if (given)
        m_editor.submit(setReportTemplate(m_editor.document().view(), *given));
    else
        Q_EMIT m_editor.failed(given.error());
}

void DetailsPage::submit(const FieldInfo &field, const QString &value)
{
    const CaseView view = m_editor.document().view();
    if (field.index == field::details::deferred_left_out.index)
        m_editor.submit(leaveOutDeferred(view, value));
    else
        m_editor.submit(describe(view, {{&field, value}}));
}

void DetailsPage::refresh()
{
    const Record &details = m_editor.document().assessment().details();
    for (const Binding &binding : m_bindings)
        binding.show(details.text(binding.field->index));
}

bool DetailsPage::commitPending()
{
    bool stored = true;
    for (const Binding &binding : m_bindings)
        stored = binding.commit() && stored;
    return stored;
}

void DetailsPage::forgetPending()
{
    for (const Binding &binding : m_bindings)
        binding.forget();
}

void DetailsPage::focusMain()
{
    m_bindings.front().widget->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
