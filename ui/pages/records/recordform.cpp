// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/recordform.h"

#include "core/edits/recordrules.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/papers/versionchanges.h"
#include "ui/pages/records/correctionpanel.h"
#include "ui/pages/records/identitypanel.h"
#include "ui/pages/records/statepanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// What the program finds out by itself is not for typing.
bool isTyped(const FieldInfo &field)
{
    static const QStringList found{QStringLiteral("file_name"), QStringLiteral("mime"),
                                   QStringLiteral("bytes"),     QStringLiteral("sha256"),
                                   QStringLiteral("taken_at"),  QStringLiteral("taken_where")};
    return field.type != ValueType::Code && field.type != ValueType::Sealed &&
           !(field.kind == EntityKind::Evidence && found.contains(QString(field.name)));
}

} // namespace

RecordForm::RecordForm(Editor &editor, EntityKind kind, QWidget *parent)
    : QScrollArea(parent)
    , m_editor(editor)
    , m_kind(kind)
    , m_blank(kind)
    , m_title(nullptr)
    , m_add(nullptr)
{
    setObjectName(QStringLiteral("form-") + kindInfo(kind).name);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setProperty("ground", QStringLiteral("alternate"));
    content->setAttribute(Qt::WA_StyledBackground);
    m_title = newLabel(content, {}, Type::Heading, Role::Text);
    auto *close = new Button(Button::Kind::Flat, {}, content);
    close->setObjectName(QStringLiteral("closeForm"));
    close->setIconName(QStringLiteral("close"));
    close->setToolTip(tr("Close"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(grid::unit);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const FieldInfo &field : fieldsOf(kind))
        if (isTyped(field))
            addRow(field, grid, row++);
    if (kindInfo(kind).derived) {
        m_code = newCodeChooser();
        m_code->setObjectName(QStringLiteral("newCode"));
        m_code->setAccessibleName(tr("For"));
    }
    m_add = new Button(Button::Kind::Primary, tr("Add"), content);
    m_add->setObjectName(QStringLiteral("addRecord"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(grid::group, 14, grid::group, grid::group);
    layout->setSpacing(grid::inside);
    layout->addLayout(head);
    if (m_code)
        layout->addWidget(m_code);
    if (kind == EntityKind::Nonconformity) {
        auto *states = new StatePanel(editor.document(), content);
        addPanel(states, layout);
        connect(states, &StatePanel::moveWanted, this, &RecordForm::moveWanted);
        connect(states, &StatePanel::returnWanted, this, &RecordForm::returnWanted);
    }
    layout->addLayout(grid);
    if (kind == EntityKind::Nonconformity)
        addPanel(new CorrectionPanel(editor, content), layout);
    if (kind == EntityKind::Person)
        addPanel(new IdentityPanel(editor, content), layout);
    if (kind == EntityKind::PlanIssue)
        addPanel(new VersionChanges(editor.document(), content), layout);
    layout->addSpacing(grid::inside);
    layout->addLayout(buttons);
    layout->addStretch(1);
    setWidget(content);
    connect(close, &Button::clicked, this, &RecordForm::closed);
    connect(m_add, &Button::clicked, this, &RecordForm::addNow);
}

QComboBox *RecordForm::newCodeChooser()
{
    auto *box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    if (m_kind == EntityKind::GroupPlan) {
        const FieldInfo &groups = infoOf(field::person::stakeholder);
        for (const QString &code : choiceCodes(groups))
            box->addItem(choiceWord(groups, code), code);
        return box;
    }
    // Typing a number is quicker than looking through the whole standard.
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    for (const StandardNode &node : m_editor.document().standard().nodes())
        if (node.code.level() != NodeLevel::Principle)
            box->addItem(node.code.toString() + QStringLiteral("  ") + title(node), node.code.toString());
    box->setCurrentIndex(-1);
    return box;
}

Result<EntityRef> RecordForm::entityToAdd()
{
    if (!m_code)
        return m_editor.document().newEntity(m_kind);
    const QString typed = m_code->currentText().section(QStringLiteral("  "), 0, 0).trimmed();
    const QString code = m_code->isEditable() ? typed : m_code->currentData().toString();
    ADIT_TRY(checkCode(m_editor.document().standard(), m_kind, code));
    return m_editor.document().assessment().derivedRef(m_kind, code);
}

void RecordForm::addPanel(RecordPanel *panel, QVBoxLayout *layout)
{
    layout->addWidget(panel);
    m_panels.push_back(panel);
}

void RecordForm::addRow(const FieldInfo &field, QGridLayout *grid, int row)
{
    FieldEditor editor = newFieldEditor(
        field, m_editor.document(), [this](const FieldInfo &of, const QStringList &value) { submit(of, value); }, this);
    const auto required = requiredFields(m_kind);
    const bool isRequired = std::ranges::find(required, &field) != required.end();
    const bool hasOwnLabel = field.type == ValueType::Flag;
    if (!hasOwnLabel) {
        auto *label = newLabel(this, fieldLabel(field) + (isRequired ? QStringLiteral(" *") : QString()), Type::Small,
                               Role::SecondText);
        label->setWordWrap(true);
        label->setBuddy(editor.widget);
        if (isRequired)
            label->setToolTip(tr("Needed"));
        grid->addWidget(label, 2 * row, 0);
    }
    grid->addWidget(editor.widget, 2 * row + 1, 0);
    m_fields.push_back(std::move(editor));
}

const Record &RecordForm::shown() const
{
    const Record *record = m_entity ? m_editor.document().assessment().find(m_entity->kind, m_entity->id) : nullptr;
    return record ? *record : m_blank;
}

void RecordForm::open(const EntityRef &entity)
{
    forgetPending();
    m_isNew = false;
    m_entity = entity;
    m_add->hide();
    if (m_code)
        m_code->hide();
    for (RecordPanel *panel : m_panels) {
        panel->open(entity);
        panel->show();
    }
    m_title->setText(m_kind == EntityKind::AuditPlan   ? kindWord(m_kind)
                     : m_kind == EntityKind::GroupPlan ? choiceWord(infoOf(field::person::stakeholder), entity.code)
                                                       : entity.code);
    refresh();
}

void RecordForm::beginNew(const RecordInput &likely)
{
    forgetPending();
    m_isNew = true;
    m_entity.reset();
    m_add->show();
    if (m_code)
        m_code->show();
    for (RecordPanel *panel : m_panels)
        panel->hide();
    m_title->setText(tr("New: %1").arg(kindWord(m_kind)));
    Record record(m_kind);
    for (const auto &[field, value] : likely.values)
        record.set(field->index, value);
    for (const FieldEditor &editor : m_fields)
        editor.show(record);
    m_likely = typed();
}

std::vector<QStringList> RecordForm::typed() const
{
    std::vector<QStringList> values;
    for (const FieldEditor &editor : m_fields)
        values.push_back(editor.typed());
    return values;
}

void RecordForm::refresh()
{
    if (m_isNew)
        return;
    for (const FieldEditor &editor : m_fields)
        editor.show(shown());
    for (RecordPanel *panel : m_panels)
        panel->refresh();
}

void RecordForm::submit(const FieldInfo &field, const QStringList &value)
{
    if (m_isNew || !m_entity)
        return;
    RecordInput input;
    take(input, field, value);
    if (!m_editor.submit(changeRecord(m_editor.document().view(), *m_entity, input)))
        refresh();
}

void RecordForm::addNow()
{
    RecordInput input;
    for (const FieldEditor &editor : m_fields)
        take(input, *editor.field, editor.typed());
    const auto entity = entityToAdd();
    if (!entity) {
        m_editor.submit(entity.error());
        return;
    }
    if (!m_editor.submit(addRecord(m_editor.document().view(), *entity, input)))
        return;
    open(*entity);
    Q_EMIT added(*entity);
}

bool RecordForm::commitPending()
{
    if (m_isNew) {
        if (typed() == m_likely)
            return true;
        m_editor.submit(Error{ErrorCode::NotConfirmed, m_title->text()});
        return false;
    }
    bool stored = true;
    for (const FieldEditor &editor : m_fields)
        stored = editor.commit() && stored;
    for (RecordPanel *panel : m_panels)
        stored = panel->commitPending() && stored;
    return stored;
}

void RecordForm::forgetPending()
{
    for (const FieldEditor &editor : m_fields)
        editor.forget();
    for (RecordPanel *panel : m_panels)
        panel->forgetPending();
    m_isNew = false;
}

void RecordForm::focusFirst()
{
    if (!m_fields.empty())
        m_fields.front().widget->setFocus(Qt::OtherFocusReason);
}

void RecordForm::focusField(const QString &name)
{
    auto *field = findChild<QWidget *>(kindInfo(m_kind).name + QLatin1Char('-') + name);
    if (!field)
        field = findChild<QWidget *>(name);
    if (!field)
        return;
    // A form that has just been shown has no size yet.
    widget()->layout()->activate();
    ensureWidgetVisible(field, 0, grid::page);
    field->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
