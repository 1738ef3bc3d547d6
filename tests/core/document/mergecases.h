// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/incomingwork.h"
#include "core/storage/rolecopy.h"
#include "tests/support/builders.h"

#include <QFile>
#include <QTest>
#include <algorithm>

namespace adit::test {

inline QString s(const char *text)
{
    return QString::fromUtf8(text);
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline Surroundings somebody(const QString &name)
{
    Surroundings surroundings = repeatableSurroundings(qHash(name));
    surroundings.actor = name;
    return surroundings;
}

inline QString ids(const std::vector<Conflict> &conflicts)
{
    QStringList list;
    for (const Conflict &conflict : conflicts)
        list.append(conflict.id());
    return list.join(QLatin1Char(' '));
}

inline void expectIntact(const CaseDocument &document)
{
    const VerifyReport report = must(document.verify());
    QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : qPrintable(report.problems.front().text));
}

/// A case, and copies of it in the hands of several people: what the tests of merging begin with.
class MergeCases : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    using Case = std::unique_ptr<CaseDocument>;

    QString path(const QString &name) const { return m_folder->filePath(name + s(".adit")); }
    Case open(const QString &name) { return must(CaseDocument::open(path(name), somebody(name))); }
    /// A copy of "start", as a colleague gets it.
    Case copy(const QString &name)
    {
        QFile::copy(path(s("start")), path(name));
        return open(name);
    }
    static void edit(CaseDocument &document, const Result<Edit> &edit) { must(document.apply(must(edit))); }
    static void find(CaseDocument &document, const QString &finding, const QString &requirement = s("1.1.1.1"))
    {
        edit(document, rate(document.view(), requirement, {.finding = finding}));
    }
    static QString finding(const CaseDocument &document)
    {
        return document.assessment().answer(*RequirementCode::fromString(s("1.1.1.1")))[field::answer::finding];
    }
    /// What `from` has comes into `into`. A file that is open is read by way of a copy.
    MergePreview merge(CaseDocument &into, const CaseDocument &from, Forks forks = Forks::Refuse)
    {
        const QString copy = m_folder->filePath(s("on its way.adit"));
        must(from.saveCopy(copy));
        const auto incoming = must(IncomingWork::read(into, copy, forks));
        must(incoming->bringContents());
        must(into.merge(*incoming));
        MergePreview preview = incoming->preview();
        QFile::remove(copy);
        return preview;
    }
    static void expectSame(const CaseDocument &a, const CaseDocument &b)
    {
        QVERIFY(a.assessment() == b.assessment());
        QVERIFY(must(a.journalState()) == must(b.journalState()));
        QCOMPARE(ids(a.conflicts()), ids(b.conflicts()));
        expectIntact(a);
        expectIntact(b);
    }
    EntityRef photo(CaseDocument &document, const QByteArray &bytes = "river")
    {
        EntityRef photo = document.newEntity(EntityKind::Evidence);
        edit(document, addEvidence(document.view(), photo,
                                   {{{&infoOf(field::evidence::title), s("River")},
                                     {&infoOf(field::evidence::state), s("taken")},
                                     {&infoOf(field::evidence::source), s("observation")}},
                                    {{&infoOf(field::evidence::requirements), {s("1.1.1.1")}}}},
                                   EvidenceFile{s("river.txt"), s("text/plain"), bytes}));
        return photo;
    }
    static Result<Edit> removal(const CaseDocument &document, const EntityRef &evidence)
    {
        return changeRecord(document.view(), evidence,
                            {{{&infoOf(field::evidence::removed), s("2026-05-09")},
                              {&infoOf(field::evidence::removed_reason), s("Of another mine")}}});
    }
    static void remove(CaseDocument &document, const EntityRef &evidence)
    {
        edit(document, removal(document, evidence));
    }
    static Result<Edit> newTitle(const CaseDocument &document, const EntityRef &evidence, const QString &title)
    {
        return changeRecord(document.view(), evidence, {{{&infoOf(field::evidence::title), title}}});
    }
    static void retitle(CaseDocument &document, const EntityRef &evidence, const QString &title)
    {
        edit(document, newTitle(document, evidence, title));
    }

    /// A copy of what somebody may see, in which something else is done.
    Case partOf(const CaseDocument &document, const QString &name, const std::function<bool(const Operation &)> &sees,
                bool seesActors = true)
    {
        must(document.copyDoor().saveCopyFor(path(name), {sees, seesActors, true}, {}));
        return open(name);
    }
    static bool isOfFirstPrinciple(const Operation &operation)
    {
        return !operation.entity.code.startsWith(QLatin1Char('2'));
    }
    static qint64 withheldIn(const CaseDocument &document)
    {
        const auto log = must(document.log({}, {}));
        return std::ranges::count_if(log, &LogEntry::withheld);
    }
    static QString findingOf(const CaseDocument &document, const char *requirement)
    {
        return document.assessment().answer(*RequirementCode::fromString(s(requirement)))[field::answer::finding];
    }

    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto document = must(CaseDocument::create(
            path(s("start")), smallStandard(s("1.1.1.1 1.1.1.2! 1.1.1.3 2.1.1.1 2.1.1.2 2.1.1.3")),
            {{{&infoOf(field::details::site), s("Hill")}, {&infoOf(field::details::mine), s("existing")}}},
            somebody(s("lead"))));
        find(*document, s("The pit is deep"));
    }
};

} // namespace adit::test
