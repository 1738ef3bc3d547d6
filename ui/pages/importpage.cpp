// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importpage.h"

#include "core/evidence/filereader.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/choicewords.h"
#include "ui/words/errorwords.h"
#include "ui/words/rulewords.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QThread>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace adit {

namespace {

constexpr std::array whose{RatingsOf::Auditor, RatingsOf::Self, RatingsOf::PreviousAudit};

QString valueWords(const Standard &standard, const FieldInfo &field, const std::optional<QString> &value)
{
    if (!value)
        return QStringLiteral("–");
    if (field.type == ValueType::Rating)
        return standingOf(standard, *value).word;
    if (field.type == ValueType::Choice)
        return choiceWord(field, *value);
    return value->simplified();
}

/// One line of the preview: where, what, from, to.
QStringList changeWords(const CaseDocument &document, const Change &change)
{
    const QString label = fieldLabel(*change.field);
    if (!change.member.isEmpty()) {
        const QString word = change.field->type == ValueType::Links     ? change.member
                             : change.entity.kind == EntityKind::Answer ? sourceWord(change.member)
                                                                        : choiceWord(*change.field, change.member);
        return {change.entity.code, label, change.value ? QString() : word, change.value ? word : QString()};
    }
    const Record *record = document.assessment().find(change.entity.kind, change.entity.id);
    const auto now = record ? record->value(change.field->index) : std::nullopt;
    return {change.entity.code, label, valueWords(document.standard(), *change.field, now),
            valueWords(document.standard(), *change.field, change.value)};
}

} // namespace

ImportPage::ImportPage(Editor &editor, SheetChooser chooseSheet, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_chooseSheet(std::move(chooseSheet))
    , m_title(newLabel(this, {}, Type::Title, Role::Text))
    , m_file(newLabel(this, {}, Type::Body, Role::Text))
    , m_holds(newLabel(this, tr("It holds"), Type::Body, Role::SecondText))
    , m_whose(new SegmentedControl(this))
    , m_sheetLabel(newLabel(this, tr("Sheet"), Type::Body, Role::SecondText))
    , m_names(new QComboBox(this))
    , m_head(newLabel(this, {}, Type::Strong, Role::Text))
    , m_note(newLabel(this, {}, Type::Small, Role::ThirdText))
    , m_table(new QTableView(this))
    , m_other(new Button(Button::Kind::Plain, tr("Another file…"), this))
    , m_accept(new Button(Button::Kind::Primary, tr("Import"), this))
    , m_cancel(new Button(Button::Kind::Plain, tr("Cancel"), this))
{
    setObjectName(QStringLiteral("importPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_whose->setObjectName(QStringLiteral("importWhose"));
    m_whose->setSegments({tr("Auditor’s ratings"), tr("Self-assessment of the mine"), tr("Previous audit")});
    m_names->setObjectName(QStringLiteral("importSheet"));
    m_names->setAccessibleName(tr("Sheet of the file"));
    m_head->setObjectName(QStringLiteral("importHead"));
    m_note->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("importTable"));
    m_table->setModel(&m_model);
    dressTable(m_table, 28);
    m_other->setObjectName(QStringLiteral("importOther"));
    m_accept->setObjectName(QStringLiteral("importAccept"));
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    build();
    showWhat();
    connect(m_other, &Button::clicked, this, [this] { choose(kind()); });
    connect(m_whose, &SegmentedControl::chosen, this, &ImportPage::preview);
    connect(m_names, &QComboBox::activated, this, [this] { start(m_names->currentText()); });
    connect(m_accept, &Button::clicked, this, &ImportPage::import);
    connect(m_cancel, &Button::clicked, this, [this] {
        giveUp();
        Q_EMIT done();
    });
    connect(&editor.document(), &CaseDocument::changed, this, [this] {
        if (isVisible() && m_hasSheet)
            preview();
    });
}

ImportPage::~ImportPage()
{
    if (m_worker)
        m_worker->wait();
}

void ImportPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    preview(); // the case may have changed meanwhile
}

/// What was read, or is being read, is not wanted any more.
void ImportPage::giveUp()
{
    m_reading.reset();
    m_hasSheet = false;
    m_accept->setEnabled(false);
    m_model.setTable({}, {});
}

void ImportPage::build()
{
    auto *file = new QHBoxLayout;
    file->setSpacing(grid::inside);
    file->addWidget(m_file);
    file->addWidget(m_other);
    file->addStretch(1);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(grid::inside);
    choice->addWidget(m_holds);
    choice->addWidget(m_whose);
    choice->addSpacing(grid::group);
    choice->addWidget(m_sheetLabel);
    choice->addWidget(m_names);
    choice->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::group);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_title);
    layout->addLayout(file);
    layout->addLayout(choice);
    layout->addSpacing(grid::inside);
    layout->addWidget(m_head);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

void ImportPage::focusMain()
{
    if (m_accept->isEnabled())
        m_accept->setFocus(Qt::OtherFocusReason);
    else
        m_other->setFocus(Qt::OtherFocusReason);
}

bool ImportPage::choose(std::optional<EntityKind> kind)
{
    const QString path = m_chooseSheet ? m_chooseSheet() : QString();
    if (path.isEmpty())
        return false;
    m_shape = kind ? recordSheet(*kind) : nullptr;
    showWhat();
    read(path);
    return true;
}

void ImportPage::showWhat()
{
    m_title->setText(!m_shape ? tr("Import ratings from a sheet")
                     : m_shape->kind == EntityKind::Request
                         ? tr("Import answers of the mine from a sheet")
                         : tr("Import from a sheet: %1").arg(kindWords(m_shape->kind)));
    m_holds->setVisible(!m_shape);
    m_whose->setVisible(!m_shape);
}

EntityRef ImportPage::newEntity(EntityKind kind)
{
    const auto spare = std::find_if(m_given.begin() + static_cast<std::ptrdiff_t>(m_used), m_given.end(),
                                    [&](const EntityRef &entity) { return entity.kind == kind; });
    if (spare == m_given.end())
        m_given.push_back(m_editor.document().newEntity(kind));
    else
        std::rotate(m_given.begin() + static_cast<std::ptrdiff_t>(m_used), spare, spare + 1);
    return m_given[m_used++];
}

/// The sheet against the case as it is now.
Result<ImportPage::Preview> ImportPage::readSheetFor(const CaseView &view)
{
    CaseDocument &document = m_editor.document();
    const QString file = QFileInfo(m_path).fileName();
    if (!m_shape) {
        ADIT_TRY_ASSIGN(RatingImport import,
                        readRatings(view, m_sheet, file, whose[static_cast<std::size_t>(m_whose->current())],
                                    [&] { return document.newId(); }));
        return Preview{std::move(import.edit), import.rows, import.changed, import.unknownColumns};
    }
    m_used = 0;
    const QDir folder = QFileInfo(m_path).absoluteDir();
    const RecordSources sources{[this](EntityKind kind) { return newEntity(kind); }, [&] { return document.newId(); },
                                [&](const QString &name) { return readEvidence(folder.filePath(name)); }};
    ADIT_TRY_ASSIGN(RecordImport import, readRecords(view, m_sheet, file, *m_shape, sources));
    return Preview{std::move(import.edit), import.rows, import.changed, import.unknownColumns};
}

void ImportPage::read(const QString &path)
{
    m_path = path;
    m_file->setText(QFileInfo(path).fileName());
    m_file->setToolTip(QDir::toNativeSeparators(path));
    m_names->clear();
    start({});
}

void ImportPage::start(const QString &sheetName)
{
    giveUp();
    m_head->setText(tr("Reading…"));
    m_note->clear();
    m_reading = std::make_shared<Reading>(Reading{{}, ErrorCode::Cancelled});
    m_worker = QThread::create([path = m_path, sheetName, reading = m_reading] {
        reading->names = sheetNames(path).value_or(QStringList());
        reading->sheet = readSheet(path, sheetName);
    });
    connect(m_worker, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &QThread::finished, this, [this, reading = m_reading] {
        if (reading == m_reading)
            take(std::move(*reading));
    });
    m_worker->start();
}

void ImportPage::take(Reading reading)
{
    m_reading.reset();
    if (m_names->count() == 0)
        m_names->addItems(reading.names);
    m_names->setVisible(m_names->count() > 1);
    m_sheetLabel->setVisible(m_names->count() > 1);
    if (!reading.sheet)
        return showProblems(reading.sheet.error());
    m_sheet = std::move(*reading.sheet);
    m_hasSheet = true;
    preview();
    focusMain();
}

void ImportPage::preview()
{
    if (!m_hasSheet)
        return;
    auto read = readSheetFor(m_editor.document().view());
    if (!read)
        return showProblems(read.error());
    m_import = std::move(*read);
    showChanges();
}

void ImportPage::showChanges()
{
    m_accept->setEnabled(m_import->changed > 0);
    m_head->setText(m_import->changed > 0 ? tr("%n field(s) will change.", nullptr, m_import->changed)
                                          : tr("Nothing would change: what the sheet says is in the case already."));
    QStringList notes{tr("%n row(s) say something; the whole sheet is one step of undo.", nullptr, m_import->rows)};
    if (!m_import->unknownColumns.isEmpty())
        notes.append(tr("Not read: %1.").arg(m_import->unknownColumns.join(QStringLiteral(", "))));
    m_note->setText(notes.join(QLatin1Char(' ')));
    std::vector<QStringList> rows;
    rows.reserve(m_import->edit.changes.size());
    for (const Change &change : m_import->edit.changes)
        rows.push_back(changeWords(m_editor.document(), change));
    m_model.setTable({tr("Number"), tr("Field"), tr("Now"), tr("After")}, std::move(rows));
    m_table->setAccessibleName(tr("What the sheet changes"));
    for (int column = 0; column < 4; ++column)
        m_table->horizontalHeader()->setSectionResizeMode(column, column < 2 ? QHeaderView::ResizeToContents
                                                                             : QHeaderView::Stretch);
}

void ImportPage::showProblems(const Error &error)
{
    m_accept->setEnabled(false);
    const ErrorWords words = errorWords({error.code, error.subject, {}});
    m_head->setText(words.head);
    m_note->setText(error.code == ErrorCode::SheetRows ? tr("Nothing was imported. Correct these rows and try again.")
                                                       : errorWords(error).text);
    std::vector<QStringList> rows;
    if (error.code == ErrorCode::SheetRows)
        for (const QString &line : withRuleWords(error.detail).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            rows.push_back({line.left(1).toUpper() + line.mid(1)});
    m_model.setTable({tr("What is wrong")}, std::move(rows));
    m_table->setAccessibleName(tr("Rows that cannot be taken"));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void ImportPage::import()
{
    if (!m_hasSheet || !m_import)
        return;
    // Showing what was imported, once it is, would read the sheet again.
    const Edit edit = m_import->edit;
    m_hasSheet = false;
    if (!m_editor.submit(edit)) {
        m_hasSheet = true;
        return;
    }
    m_given.erase(m_given.begin(), m_given.begin() + static_cast<std::ptrdiff_t>(m_used));
    m_used = 0;
    giveUp();
    Q_EMIT done();
}

} // namespace adit
