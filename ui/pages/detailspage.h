// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/background.h"
#include "ui/editing/editor.h"
#include "ui/pages/page.h"

#include <functional>
#include <vector>

namespace adit {

/// The assessment itself: site, kind, dates, words for the report. The form is made from the registry of fields, so a
/// field added there appears here.
class DetailsPage final : public Page
{
    Q_OBJECT
public:
    /// Asks for a file; empty: none can be chosen.
    using FileChooser = std::function<QString()>;
    struct Tools
    {
        FileChooser chooseMap = {};
        FileChooser chooseTemplate = {};
    };
    DetailsPage(Editor &editor, Tools tools, QWidget *parent = nullptr);

    void forgetPending() override;
    void focusMain() override;

protected:
    bool commitPending() override;

private:
    QWidget *newField(const FieldInfo &field);
    QWidget *newMapField(const FieldInfo &field);
    void takeMap(const QString &path);
    QWidget *newTemplateField(const FieldInfo &field);
    void takeTemplate(const QString &path);
    void submit(const FieldInfo &field, const QString &value);
    void refresh();

    struct Binding
    {
        const FieldInfo *field;
        QWidget *widget;
        std::function<void(const QString &)> show;
        std::function<bool()> commit; ///< false if it could not be stored
        std::function<void()> forget;
    };
    Editor &m_editor;
    const Tools m_tools;
    std::vector<Binding> m_bindings;
    Background m_reading; ///< of a map
};

} // namespace adit
