// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/identitypanel.h"

#include "core/edits/identityverbs.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/commitline.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

IdentityPanel::IdentityPanel(Editor &editor, QWidget *parent)
    : RecordPanel(parent)
    , m_editor(editor)
    , m_fields(new QWidget(this))
    , m_closed(newReading(this, {}, Type::Small, Role::SecondText))
    , m_openProfile(new Button(Button::Kind::Plain, tr("Open my profile"), this))
    , m_readers(newReading(this, {}, Type::Small, Role::ThirdText))
{
    auto *head = new SectionHeader(tr("Who this is"), this);
    head->setAudience(AudienceMark::Identity, tr("sealed"));
    m_openProfile->setObjectName(QStringLiteral("openProfile"));
    m_closed->setObjectName(QStringLiteral("identityClosed"));
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(grid::unit);
    for (const FieldInfo &field : fieldsOf(EntityKind::Person)) {
        if (field.type != ValueType::Sealed)
            continue;
        auto *line = new CommitLine(m_fields);
        line->setObjectName(QStringLiteral("identity-") + field.name);
        line->setAccessibleName(fieldLabel(field));
        line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
        auto *label = newLabel(m_fields, fieldLabel(field), Type::Small, Role::SecondText);
        label->setBuddy(line);
        fields->addWidget(label);
        fields->addWidget(line);
        connect(line, &CommitLine::committed, this,
                [this, info = &field](const QString &text) { submit(*info, text); });
        m_lines.push_back({&field, line});
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid::inside, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(head);
    layout->addWidget(m_closed);
    layout->addWidget(m_fields);
    layout->addWidget(m_readers);
    layout->addWidget(m_openProfile, 0, Qt::AlignLeft);
    connect(m_openProfile, &Button::clicked, &m_editor, &Editor::askForProfile);
    connect(&m_editor, &Editor::actorChanged, this, &IdentityPanel::refresh);
}

void IdentityPanel::open(const EntityRef &person)
{
    m_person = person;
    refresh();
}

void IdentityPanel::refresh()
{
    if (!m_person)
        return;
    const auto profile = m_editor.profile();
    const Assessment &assessment = m_editor.document().assessment();
    const Record *record = assessment.find(EntityKind::Person, m_person->id);
    if (!profile)
        clearClipboard();
    const auto compartment = profile ? std::optional<Compartment>(std::in_place, assessment, *profile) : std::nullopt;
    bool isReadable = profile != nullptr;
    bool isThere = false;
    for (const Line &line : m_lines) {
        const QString sealed = record ? record->text(line.field->index) : QString();
        isThere = isThere || !sealed.isEmpty();
        const auto text = compartment && !sealed.isEmpty() ? compartment->read(*m_person, *line.field, sealed)
                                                           : Result<QString>(QString());
        isReadable = isReadable && text.has_value();
        line.edit->setStored(text.value_or(QString()));
        if (!profile)
            line.edit->forget();
    }
    m_fields->setVisible(isReadable);
    m_openProfile->setVisible(!profile);
    m_closed->setVisible(!isReadable);
    m_closed->setText(profile   ? tr("Sealed for others: you cannot read who this is.")
                      : isThere ? tr("Sealed. Only who holds the key can read who this is.")
                                : tr("Not written down. Names are sealed; only those you share them with can read "
                                     "them."));
    m_readers->setText(readersWords());
    m_readers->setVisible(!m_readers->text().isEmpty());
}

QString IdentityPanel::readersWords() const
{
    const Assessment &assessment = m_editor.document().assessment();
    const Record *record = assessment.find(EntityKind::Person, m_person->id);
    QStringList fingerprints;
    for (const Line &line : m_lines)
        if (record && record->has(line.field->index))
            fingerprints += holdersOf(assessment, record->text(line.field->index));
    fingerprints.removeDuplicates();
    QStringList names;
    for (const QString &fingerprint : fingerprints) {
        const auto holder = profileIn(assessment, fingerprint);
        names.append(holder ? holder->name : fingerprint.left(9));
    }
    return names.isEmpty() ? QString() : tr("Read by: %1").arg(names.join(QStringLiteral(", ")));
}

void IdentityPanel::submit(const FieldInfo &field, const QString &text)
{
    const auto profile = m_editor.profile();
    if (!m_person || !profile)
        return;
    CaseDocument &document = m_editor.document();
    Draft draft(document.view(), Verb::Change, m_person->code);
    const auto sealed = IdentityWriter(*profile).seal(draft, *m_person, field, text);
    auto edit = sealed ? changeRecord(draft.view(), *m_person, {{{&field, *sealed}}}) : Result<Edit>(sealed.error());
    if (edit) {
        draft.add(std::move(*edit));
        edit = draft.edit();
    }
    if (m_editor.submit(edit))
        refresh();
}

/// A name copied from here does not outlive the key.
void IdentityPanel::clearClipboard() const
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    const QString copied = clipboard->text();
    for (const Line &line : m_lines)
        if (!copied.isEmpty() && line.edit->text().contains(copied))
            return clipboard->clear();
}

bool IdentityPanel::commitPending()
{
    bool stored = true;
    for (const Line &line : m_lines) {
        line.edit->commitNow();
        stored = stored && !line.edit->hasPending();
    }
    return stored;
}

void IdentityPanel::forgetPending()
{
    for (const Line &line : m_lines)
        line.edit->forget();
}

} // namespace adit
