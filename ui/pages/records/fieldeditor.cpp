// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/fieldeditor.h"

#include "ui/look/measures.h"
#include "ui/pages/records/linkfield.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

namespace {

FieldEditor newText(const FieldInfo &field, const FieldSink &sink, QWidget *parent)
{
    auto *edit = new CommitTextEdit(parent);
    edit->setLines(3);
    edit->setFixedHeight(edit->sizeHint().height());
    QObject::connect(edit, &CommitTextEdit::committed, parent,
                     [sink, info = &field](const QString &text) { sink(*info, {text}); });
    return {&field,
            edit,
            [edit, index = field.index](const Record &record) { edit->setStored(record.text(index)); },
            [edit] {
                edit->commitNow();
                return !edit->hasPending();
            },
            [edit] { edit->forget(); },
            [edit] { return QStringList{edit->typed()}; }};
}

FieldEditor newLine(const FieldInfo &field, CommitLine *line, const FieldSink &sink, QWidget *parent)
{
    QObject::connect(line, &CommitLine::committed, parent,
                     [sink, info = &field](const QString &text) { sink(*info, {text}); });
    return {&field,
            line,
            [line, index = field.index](const Record &record) { line->setStored(record.text(index)); },
            [line] {
                line->commitNow();
                return !line->hasPending();
            },
            [line] { line->forget(); },
            [line] { return QStringList{line->text().trimmed()}; }};
}

FieldEditor newChoice(const FieldInfo &field, const FieldSink &sink, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->addItem(QStringLiteral("–"), QString());
    for (const QString &code : choiceCodes(field))
        box->addItem(choiceWord(field, code), code);
    QObject::connect(box, &QComboBox::activated, parent,
                     [sink, info = &field, box] { sink(*info, {box->currentData().toString()}); });
    FieldEditor editor;
    editor.field = &field;
    editor.widget = box;
    editor.show = [box, index = field.index](const Record &record) {
        box->setCurrentIndex(std::max(0, box->findData(record.text(index))));
    };
    editor.typed = [box] { return QStringList{box->currentData().toString()}; };
    return editor;
}

FieldEditor newFlag(const FieldInfo &field, const FieldSink &sink, QWidget *parent)
{
    auto *box = new QCheckBox(fieldLabel(field), parent);
    const auto value = [box] { return QStringList{box->isChecked() ? QStringLiteral("1") : QString()}; };
    QObject::connect(box, &QCheckBox::clicked, parent, [sink, info = &field, value] { sink(*info, value()); });
    FieldEditor editor;
    editor.field = &field;
    editor.widget = box;
    editor.show = [box, index = field.index](const Record &record) { box->setChecked(record.has(index)); };
    editor.typed = value;
    return editor;
}

struct Tick
{
    QString code;
    QCheckBox *box;
    QWidget *row; ///< with its words
};

FieldEditor newTicks(const FieldInfo &field, const std::vector<Tick> &ticks, QWidget *whole, const FieldSink &sink,
                     QWidget *parent)
{
    const auto value = [ticks] {
        QStringList members;
        for (const Tick &tick : ticks)
            if (tick.box->isChecked())
                members.append(tick.code);
        return members;
    };
    for (const Tick &tick : ticks) {
        tick.box->setObjectName(QStringLiteral("tick-") + tick.code);
        QObject::connect(tick.box, &QCheckBox::clicked, parent, [sink, info = &field, value] { sink(*info, value()); });
    }
    FieldEditor editor;
    editor.field = &field;
    editor.widget = whole;
    editor.show = [ticks, index = field.index](const Record &record) {
        const QStringList members = record.members(index);
        for (const Tick &tick : ticks)
            tick.box->setChecked(members.contains(tick.code));
    };
    editor.typed = value;
    return editor;
}

/// One tick for each code, as many in a line as fit.
FieldEditor newChoices(const FieldInfo &field, const FieldSink &sink, QWidget *parent)
{
    auto *whole = new QWidget(parent);
    auto *layout = new FlowLayout(grid::inside, whole);
    std::vector<Tick> ticks;
    for (const QString &code : choiceCodes(field)) {
        auto *box = new QCheckBox(choiceWord(field, code), whole);
        layout->addWidget(box);
        ticks.push_back({code, box, box});
    }
    return newTicks(field, ticks, whole, sink, parent);
}

/// The points of a meeting's agenda, one below the other; those of other meetings are not shown.
FieldEditor newAgenda(const FieldInfo &field, const Standard &standard, const FieldSink &sink, QWidget *parent)
{
    auto *whole = new QWidget(parent);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    std::vector<Tick> ticks;
    for (const AgendaPoint &point : standard.process().agenda) {
        const QString words = point.title.in(catalogueLanguage());
        auto *row = new QWidget(whole);
        auto *box = new QCheckBox(row);
        box->setAccessibleName(words);
        auto *label = newLabel(row, words, Type::Body, Role::Text);
        label->setWordWrap(true);
        label->setBuddy(box);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(box, 0, Qt::AlignTop);
        line->addWidget(label, 1);
        layout->addWidget(row);
        ticks.push_back({point.code, box, row});
    }
    FieldEditor editor = newTicks(field, ticks, whole, sink, parent);
    editor.show = [ticks, show = editor.show, &standard](const Record &record) {
        show(record);
        const QString meeting = record[field::meeting::meeting];
        for (std::size_t i = 0; i < ticks.size(); ++i)
            ticks[i].row->setVisible(standard.process().agenda[i].meeting == meeting);
    };
    return editor;
}

FieldEditor newLinks(const FieldInfo &field, const CaseDocument &document, const FieldSink &sink, QWidget *parent)
{
    auto *line = new LinkField(field, document, parent);
    QObject::connect(line, &CommitLine::committed, parent, [sink, info = &field](const QString &text) {
        sink(*info, isSetType(info->type) ? LinkField::members(text) : QStringList{text});
    });
    return {&field,
            line,
            [line, index = field.index](const Record &record) {
                line->setStored(record.members(index).join(QLatin1Char(' ')));
            },
            [line] {
                line->commitNow();
                return !line->hasPending();
            },
            [line] { line->forget(); },
            [line] { return LinkField::members(line->text()); }};
}

FieldEditor newEditor(const FieldInfo &field, const CaseDocument &document, const FieldSink &sink, QWidget *parent)
{
    switch (field.type) {
    case ValueType::Text:
        return newText(field, sink, parent);
    case ValueType::Choice:
        return newChoice(field, sink, parent);
    case ValueType::Flag:
        return newFlag(field, sink, parent);
    case ValueType::Set:
        return newChoices(field, sink, parent);
    case ValueType::Links:
        if (field.choices == QLatin1String("agenda"))
            return newAgenda(field, document.standard(), sink, parent);
        [[fallthrough]];
    case ValueType::Link:
        return newLinks(field, document, sink, parent);
    case ValueType::Date: {
        auto *date = new DateField(parent);
        date->setMaximumWidth(scaled(parent->font(), 160));
        return newLine(field, date, sink, parent);
    }
    case ValueType::Number:
    case ValueType::Time: {
        auto *line = new CommitLine(parent);
        line->setMaximumWidth(scaled(parent->font(), 120));
        if (field.type == ValueType::Time)
            line->setPlaceholderText(QStringLiteral("HH:MM"));
        return newLine(field, line, sink, parent);
    }
    default:
        return newLine(field, new CommitLine(parent), sink, parent);
    }
}

} // namespace

FieldEditor newFieldEditor(const FieldInfo &field, const CaseDocument &document, const FieldSink &sink, QWidget *parent)
{
    FieldEditor editor = newEditor(field, document, sink, parent);
    editor.widget->setObjectName(kindInfo(field.kind).name + QLatin1Char('-') + field.name);
    editor.widget->setAccessibleName(fieldLabel(field));
    return editor;
}

void take(RecordInput &input, const FieldInfo &field, const QStringList &value)
{
    if (isSetType(field.type))
        input.sets.emplace_back(&field, value);
    else
        input.values.emplace_back(&field, value.join(QLatin1Char(' ')));
}

} // namespace adit
