// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/reviewwords.h"

#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "ui/words/choicewords.h"
#include "ui/words/conflictwords.h"
#include "ui/words/processwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace adit {

namespace {

/// The context of what this file says.
class ReviewWords
{
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

constexpr qsizetype mostNamed = 8;

/// The first few, and how many more.
QString listed(const QStringList &words)
{
    const QString shown = words.mid(0, mostNamed).join(QStringLiteral(", "));
    const auto more = static_cast<int>(words.size() - mostNamed);
    return more > 0 ? ReviewWords::tr("%1 and %n more", nullptr, more).arg(shown) : shown;
}

QString gateLines(const QStringList &gates, const DecisionGround &ground)
{
    QStringList lines;
    for (const QString &code : gates)
        if (const GateState *gate = ground.process.gate(code))
            lines.append(ReviewWords::tr("%1: %2").arg(gate->gate->title.in(catalogueLanguage()),
                                                       missingWords(*gate, ground.view)));
    return lines.join(QLatin1Char('\n'));
}

/// What was not kept: a deadline's own words would say it twice.
QString gateTitles(const QStringList &gates, const DecisionGround &ground)
{
    QStringList lines;
    for (const QString &code : gates)
        if (const GateState *gate = ground.process.gate(code))
            lines.append(ReviewWords::tr("Not so: %1").arg(gate->gate->title.in(catalogueLanguage())));
    return lines.join(QLatin1Char('\n'));
}

/// What the program notes by itself is nobody's work.
bool isNoted(EntityKind kind)
{
    return kind == EntityKind::Profile || kind == EntityKind::ReviewMark || kind == EntityKind::KeyShare ||
           kind == EntityKind::Handover;
}

} // namespace

QString threadStateWord(const Thread &thread)
{
    switch (thread.state()) {
    case Thread::State::Settled:
        return ReviewWords::tr("Settled");
    case Thread::State::Answered:
        return ReviewWords::tr("Answered");
    case Thread::State::Open:
        break;
    }
    return thread.isNote() ? ReviewWords::tr("Note") : ReviewWords::tr("Open");
}

QString aboutWords(const CaseView &view, const Record &comment)
{
    const QString requirement = comment[field::comment::requirement];
    if (const auto code = RequirementCode::fromString(requirement); code && view.standard.find(*code))
        return requirement + QLatin1Char(' ') + shortTitle(*view.standard.find(*code));
    const QString label = comment[field::comment::nonconformity];
    if (label.isEmpty())
        return requirement.isEmpty() ? ReviewWords::tr("The draft as a whole") : requirement;
    const Record *nonconformity = findByLabel(view.assessment, EntityKind::Nonconformity, label);
    return nonconformity ? label + QLatin1Char(' ') + (*nonconformity)[field::nonconformity::title] : label;
}

QString commentKindWords(const Record &comment)
{
    const QString round = choiceWord(infoOf(field::comment::round), comment[field::comment::round]);
    const QString weight = comment[field::comment::weight] == QLatin1String("note")
                               ? ReviewWords::tr("a note")
                               : ReviewWords::tr("must be answered");
    return round.isEmpty() ? weight : ReviewWords::tr("%1, %2").arg(round, weight);
}

QString signOffWord(SignOffState::State state)
{
    switch (state) {
    case SignOffState::State::Signed:
        return ReviewWords::tr("Signed off");
    case SignOffState::State::ChangedSince:
        return ReviewWords::tr("Changed since");
    case SignOffState::State::Open:
        break;
    }
    return ReviewWords::tr("Open");
}

QString personWords(const Assessment &assessment, const QString &fingerprint)
{
    if (const auto profile = profileIn(assessment, fingerprint))
        return profile->actor();
    return fingerprint.section(QLatin1Char('-'), 0, 1);
}

QString lockWords(const Assessment &assessment, const LockState &lock)
{
    const QString since = dateWords(dateFromIso(lock.since).value_or(QDate()));
    const QString by = personWords(assessment, lock.setBy);
    const QString words = by.isEmpty() ? ReviewWords::tr("Locked since %1").arg(since)
                                       : ReviewWords::tr("Locked since %1 by %2").arg(since, by);
    return lock.reason.isEmpty() ? words + QLatin1Char('.') : ReviewWords::tr("%1: %2").arg(words, lock.reason);
}

QString scopeWords(const CaseView &view, const QString &scope)
{
    if (scope == wholeCase)
        return ReviewWords::tr("The whole case");
    const auto code = RequirementCode::fromString(scope);
    const StandardNode *node = code ? view.standard.find(*code) : nullptr;
    return node ? scope + QLatin1Char(' ') + shortTitle(*node) : scope;
}

QString checkWords(const QString &code)
{
    static const std::pair<const char *, const char *> words[] = {
        {"sufficient-evidence", QT_TRANSLATE_NOOP("ReviewWords", "What was seen and heard is enough")},
        {"findings-reviewed", QT_TRANSLATE_NOOP("ReviewWords", "Every chapter is signed off as it stands")},
        {"comments-answered", QT_TRANSLATE_NOOP("ReviewWords", "Every comment is answered and settled")},
        {"nonconformities-planned", QT_TRANSLATE_NOOP("ReviewWords", "Nonconformities are raised, with dated plans")},
        {"independence", QT_TRANSLATE_NOOP("ReviewWords", "Who judges had no hand in the audit")},
        {"deadlines", QT_TRANSLATE_NOOP("ReviewWords", "Deadlines were kept")},
    };
    for (const auto &[known, text] : words)
        if (code == QLatin1String(known))
            return ReviewWords::tr(text);
    return code;
}

QString checkMissingWords(const DecisionCheck &check, const DecisionGround &ground)
{
    if (check.isMet())
        return {};
    if (check.code == QLatin1String("findings-reviewed"))
        return ReviewWords::tr("Not signed off: %1").arg(listed(check.missing));
    if (check.code == QLatin1String("comments-answered"))
        return ReviewWords::tr("Waiting: %1").arg(listed(check.missing));
    if (check.code == QLatin1String("independence"))
        return ReviewWords::tr("See what is said of their independence");
    if (check.code == QLatin1String("deadlines"))
        return gateTitles(check.missing, ground);
    return gateLines(check.missing, ground);
}

QString workWords(const std::vector<WorkDone> &work)
{
    QStringList words;
    for (const WorkDone &done : work)
        if (!done.kind)
            words.append(ReviewWords::tr("not in this copy %1").arg(done.changes));
        else if (!isNoted(*done.kind))
            words.append(kindWords(*done.kind) + QLatin1Char(' ') + QString::number(done.changes));
    return words.isEmpty() ? ReviewWords::tr("No changes in this case by the journal")
                           : ReviewWords::tr("Changes by the journal: %1").arg(words.join(QStringLiteral(", ")));
}

QStringList unseenWords(const IndependenceStatement &statement)
{
    QStringList words;
    if (statement.unseen > 0)
        words.append(ReviewWords::tr("%n change(s) could not be looked at: this copy does not hold them, or not whose "
                                     "they are.",
                                     nullptr, static_cast<int>(statement.unseen)));
    if (statement.unnamed > 0)
        words.append(ReviewWords::tr("%n of them are audit work: the decision is made in a copy that says whose.",
                                     nullptr, static_cast<int>(statement.unnamed)));
    return words;
}

QString breachWords(const IndependenceStatement::Breach &breach)
{
    using Sort = IndependenceStatement::Breach::Sort;
    const FieldInfo &roles = infoOf(field::team_member::role);
    const QString role = choiceWord(roles, breach.role).toLower();
    switch (breach.sort) {
    case Sort::OnTeam:
        return ReviewWords::tr("%1 is %2, and on the team as %3.")
            .arg(breach.name, role, choiceWord(roles, breach.otherRole).toLower());
    case Sort::SamePerson:
        return ReviewWords::tr("%1 decides on what they reviewed.").arg(breach.name);
    case Sort::DidAuditWork:
        break;
    }
    return ReviewWords::tr("%1 is %2, and changed what is judged: %3 %4.")
        .arg(breach.name, role, kindWords(breach.kind).toLower())
        .arg(breach.changes);
}

QString decisionWords(const Standard &standard, const Record &decision)
{
    const FieldInfo &outcomes = infoOf(field::decision::outcome);
    const QString outcome = decision[field::decision::outcome];
    QString words = choiceWord(outcomes, outcome);
    if (outcome == QLatin1String("level")) {
        words = decision[field::decision::level];
        const auto &levels = standard.levels();
        for (std::size_t i = 0; i < levels.size(); ++i)
            if (levels[i].code == words)
                words = levelWord(standard, static_cast<int>(i));
    }
    const auto until = decision[field::decision::until];
    return until ? ReviewWords::tr("%1 until %2").arg(words, dateWords(*until)) : words;
}

QString rootWords(const QString &root)
{
    constexpr qsizetype ofGroup = 4;
    QStringList groups;
    for (qsizetype at = 0; at < root.size(); at += ofGroup)
        groups.append(root.mid(at, ofGroup));
    return groups.join(QLatin1Char(' '));
}

LeafSubject leafSubject(const QString &key)
{
    const QString whole = key.section(QLatin1Char('#'), 0, 0);
    const auto kind = kindFromName(whole.section(QLatin1Char(':'), 0, 0));
    return {kind.value_or(EntityKind::Details), whole.section(QLatin1Char(':'), 1)};
}

QString brokenWords(const CaseView &view, const BrokenLeaf &leaf)
{
    const LeafSubject entity = leafSubject(leaf.key);
    const auto code = RequirementCode::fromString(entity.code);
    const StandardNode *node = code ? view.standard.find(*code) : nullptr;
    QString what = node ? entity.code + QLatin1Char(' ') + shortTitle(*node)
                        : (kindWord(entity.kind) + QLatin1Char(' ') + entity.code).trimmed();
    if (entity.kind == EntityKind::Action)
        what = ReviewWords::tr("%1, planned action").arg(what);
    else if (entity.kind == EntityKind::Relevance)
        what = ReviewWords::tr("%1, relevance").arg(what);
    switch (leaf.how) {
    case BrokenLeaf::How::Added:
        return ReviewWords::tr("%1: came in").arg(what);
    case BrokenLeaf::How::Gone:
        return ReviewWords::tr("%1: is gone").arg(what);
    case BrokenLeaf::How::Changed:
        break;
    }
    return ReviewWords::tr("%1: changed").arg(what);
}

} // namespace adit
