// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "ui/editing/editor.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <memory>

class QWidget;

namespace adit {

/// What a person can type into one field of any entity: a line, a text, a date, a choice, ticks, links. Made from the
/// registry, so that a field added there can be edited wherever forms are. Values go out as they are stored: one text,
/// or the members of a set.
struct FieldEditor
{
    const FieldInfo *field = nullptr;
    QWidget *widget = nullptr;
    std::function<void(const Record &)> show;
    /// Sends what is typed; false if it could not be stored.
    std::function<bool()> commit = [] { return true; };
    std::function<void()> forget = [] {};
    /// What stands in the field now, stored or not.
    std::function<QStringList()> typed;
};

/// Sends a value: one text, or for sets all members.
using FieldSink = std::function<void(const FieldInfo &field, const QStringList &value)>;

FieldEditor newFieldEditor(const FieldInfo &field, const CaseDocument &document, const FieldSink &sink,
                           QWidget *parent);

/// Adds a value to what a verb takes.
void take(RecordInput &input, const FieldInfo &field, const QStringList &value);

} // namespace adit
