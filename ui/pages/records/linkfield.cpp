// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/linkfield.h"

#include "core/exchange/recordimport.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QRegularExpression>
#include <QStringListModel>

namespace adit {

namespace {

/// What tells a thing apart beside its number: its title, its group, its name.
QString describe(const Record &record)
{
    for (const FieldInfo &field : fieldsOf(record.kind()))
        if (field.type != ValueType::Code && record.has(field.index))
            return valueWords(field, record);
    return {};
}

} // namespace

LinkField::LinkField(const FieldInfo &field, const CaseDocument &document, QWidget *parent)
    : CommitLine(parent)
    , m_field(field)
    , m_document(document)
{
    auto *completer = new QCompleter(new QStringListModel(this), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    completer->setWidget(this);
    // The completer looks for the word being typed, not for the whole line, so it is driven by hand.
    connect(this, &QLineEdit::textEdited, this, [this, completer](const QString &text) {
        const QString word = text.left(cursorPosition()).section(QRegularExpression(QStringLiteral("[\\s,;]")), -1);
        completer->setCompletionPrefix(word);
        if (word.isEmpty() || completer->completionCount() == 0)
            return completer->popup()->hide();
        completer->complete();
    });
    connect(completer, QOverload<const QString &>::of(&QCompleter::activated), this, &LinkField::insertChosen);
}

QStringList LinkField::members(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    return text.split(between, Qt::SkipEmptyParts);
}

void LinkField::focusInEvent(QFocusEvent *event)
{
    CommitLine::focusInEvent(event);
    // What there is to choose from may have changed since the last time.
    if (auto *completer = findChild<QCompleter *>())
        qobject_cast<QStringListModel *>(completer->model())->setStringList(entries());
}

void LinkField::insertChosen(const QString &entry)
{
    const QString code = entry.section(QStringLiteral("  "), 0, 0);
    QStringList all = isSetType(m_field.type) ? members(text().left(cursorPosition())) : QStringList();
    if (!all.isEmpty())
        all.removeLast(); // the word that was being typed
    all.append(code);
    if (isSetType(m_field.type))
        all.append(members(text().mid(cursorPosition())));
    setText(all.join(QLatin1Char(' ')));
    commitNow();
}

QStringList LinkField::entries() const
{
    QStringList entries;
    const Standard &standard = m_document.standard();
    const auto addNodes = [&](NodeLevel level) {
        for (const StandardNode &node : standard.nodes())
            if (node.code.level() == level)
                entries.append(node.code.toString() + QStringLiteral("  ") + title(node));
    };
    if (m_field.choices == QLatin1String("requirement"))
        addNodes(NodeLevel::Requirement);
    else if (m_field.choices == QLatin1String("chapter"))
        addNodes(NodeLevel::Chapter);
    else if (const auto kind = kindFromName(QString(m_field.choices)))
        for (const Record *record : recordsInOrder(m_document.assessment(), *kind))
            entries.append(record->text(*kindInfo(*kind).codeField) + QStringLiteral("  ") + describe(*record));
    return entries;
}

} // namespace adit
