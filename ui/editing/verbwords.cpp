// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/verbwords.h"

#include <QCoreApplication>

namespace adit {

namespace {

const char *verbText(Verb verb)
{
    switch (verb) {
    case Verb::Create:
        return QT_TRANSLATE_NOOP("Verb", "Create the assessment %1");
    case Verb::Rate:
        return QT_TRANSLATE_NOOP("Verb", "Rate %1");
    case Verb::Justify:
        return QT_TRANSLATE_NOOP("Verb", "Justify %1");
    case Verb::WriteFinding:
        return QT_TRANSLATE_NOOP("Verb", "Write the finding of %1");
    case Verb::WriteNotes:
        return QT_TRANSLATE_NOOP("Verb", "Write notes on %1");
    case Verb::NameSources:
        return QT_TRANSLATE_NOOP("Verb", "Name sources of %1");
    case Verb::SelfAssess:
        return QT_TRANSLATE_NOOP("Verb", "Enter the self-assessment of %1");
    case Verb::SetPrevious:
        return QT_TRANSLATE_NOOP("Verb", "Enter the previous rating of %1");
    case Verb::SetRelevance:
        return QT_TRANSLATE_NOOP("Verb", "Set relevance of %1");
    case Verb::Plan:
        return QT_TRANSLATE_NOOP("Verb", "Plan an action for %1");
    case Verb::Describe:
        return QT_TRANSLATE_NOOP("Verb", "Describe the assessment %1");
    case Verb::SetStep:
        return QT_TRANSLATE_NOOP("Verb", "Open or close step %1");
    case Verb::AddEvidence:
        return QT_TRANSLATE_NOOP("Verb", "Add evidence %1");
    case Verb::AddPerson:
        return QT_TRANSLATE_NOOP("Verb", "Add person %1");
    case Verb::AddInterview:
        return QT_TRANSLATE_NOOP("Verb", "Add interview %1");
    case Verb::Add:
        return QT_TRANSLATE_NOOP("Verb", "Add %1");
    case Verb::Change:
        return QT_TRANSLATE_NOOP("Verb", "Change %1");
    case Verb::SetMilestone:
        return QT_TRANSLATE_NOOP("Verb", "Set dates of %1");
    case Verb::PassGate:
        return QT_TRANSLATE_NOOP("Verb", "Pass the gate %1");
    case Verb::ShareIdentities:
        return QT_TRANSLATE_NOOP("Verb", "Share names with %1");
    case Verb::Introduce:
        return QT_TRANSLATE_NOOP("Verb", "Introduce %1");
    case Verb::Revoke:
        return QT_TRANSLATE_NOOP("Verb", "Revoke the profile %1");
    case Verb::HandOver:
        return QT_TRANSLATE_NOOP("Verb", "Hand over %1");
    case Verb::Comment:
        return QT_TRANSLATE_NOOP("Verb", "Comment on %1");
    case Verb::SignOff:
        return QT_TRANSLATE_NOOP("Verb", "Sign off %1");
    case Verb::MarkRead:
        return QT_TRANSLATE_NOOP("Verb", "Mark as read");
    case Verb::Lock:
        return QT_TRANSLATE_NOOP("Verb", "Lock %1");
    case Verb::Unlock:
        return QT_TRANSLATE_NOOP("Verb", "Unlock %1");
    case Verb::Decide:
        return QT_TRANSLATE_NOOP("Verb", "Decide on %1");
    case Verb::Redact:
        return QT_TRANSLATE_NOOP("Verb", "Withhold of %1");
    case Verb::DecideRedaction:
        return QT_TRANSLATE_NOOP("Verb", "Decide on redaction %1");
    case Verb::PassName:
        return QT_TRANSLATE_NOOP("Verb", "Let a name pass in %1");
    case Verb::Release:
        return QT_TRANSLATE_NOOP("Verb", "Release %1");
    case Verb::Import:
        return QT_TRANSLATE_NOOP("Verb", "Import %1");
    case Verb::Undo:
        return QT_TRANSLATE_NOOP("Verb", "Undo %1");
    case Verb::Redo:
        return QT_TRANSLATE_NOOP("Verb", "Redo %1");
    case Verb::Resolve:
        return QT_TRANSLATE_NOOP("Verb", "Resolve %1");
    case Verb::Merge:
        return QT_TRANSLATE_NOOP("Verb", "Merge %1");
    }
    return "%1";
}

} // namespace

QString editWords(Verb verb, const QString &subject)
{
    QString words = QCoreApplication::translate("Verb", verbText(verb));
    // Not every verb is about something that people call by a name.
    return words.replace(QLatin1String("%1"), subject).trimmed();
}

} // namespace adit
