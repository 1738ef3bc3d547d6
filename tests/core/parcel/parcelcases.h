// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/incomingwork.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/parcel/incomingparcel.h"
#include "core/parcel/parcel.h"
#include "tests/support/builders.h"
#include "tests/support/people.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace adit::test {

inline QString s(const char *text)
{
    return QString::fromUtf8(text);
}

inline Surroundings somebody(const char *name)
{
    Surroundings surroundings = repeatableSurroundings(qHash(s(name)));
    surroundings.profile = std::make_shared<const Profile>(profileOf(name));
    surroundings.actor = surroundings.profile->shown().actor();
    return surroundings;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

inline void expectIntact(const CaseDocument &document)
{
    const VerifyReport report = must(document.verify());
    QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : qPrintable(report.problems.front().text));
}

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Cancelled : result.error().code;
}

/// A case with something for each role, and what is handed over of it: what the tests of parcels begin with.
class ParcelCases : public QObject
{
protected:
    using Case = std::unique_ptr<CaseDocument>;
    std::unique_ptr<QTemporaryDir> m_folder;
    Case m_case;

    QString path(const char *name) const { return m_folder->filePath(s(name)); }
    static void edit(CaseDocument &document, const Result<Edit> &edit) { must(document.apply(must(edit))); }
    static const Record &answer(const CaseDocument &document, const char *requirement)
    {
        return document.assessment().answer(*RequirementCode::fromString(s(requirement)));
    }
    void name(CaseDocument &document, const EntityRef &person, const char *text, const char *writer)
    {
        Draft draft(document.view(), Verb::Change, person.code);
        const FieldInfo &field = infoOf(field::person::name);
        const QString sealed = must(IdentityWriter(profileOf(writer)).seal(draft, person, field, s(text)));
        draft.add(must(changeRecord(draft.view(), person, {{{&field, sealed}}})));
        edit(document, draft.edit());
    }
    ParcelManifest send(CaseDocument &from, const char *role, const char *to, const QStringList &chapters = {})
    {
        QFile::remove(path("on its way"));
        return must(makeParcel(from, {s(role), chapters, {profileOf(to).shown()}}, path("on its way")));
    }
    Case receive(const char *to)
    {
        const QString file = m_folder->filePath(s(to) + s(".adit"));
        must(openParcel(path("on its way"), profileOf(to), file));
        return must(CaseDocument::open(file, somebody(to)));
    }
    Case handOver(const char *role, const char *to, const QStringList &chapters = {})
    {
        send(*m_case, role, to, chapters);
        return receive(to);
    }
    /// What somebody has open comes by way of a copy.
    MergePreview take(CaseDocument &into, const CaseDocument &from) const
    {
        const QString copy = path("copy");
        QFile::remove(copy);
        must(from.saveCopy(copy));
        return take(into, copy);
    }
    static MergePreview take(CaseDocument &into, const QString &from)
    {
        const auto incoming = must(IncomingWork::read(into, from));
        must(incoming->bringContents());
        must(into.merge(*incoming));
        return incoming->preview();
    }
    static EntityRef addFile(CaseDocument &document, const char *title, const QByteArray &bytes)
    {
        EntityRef evidence = document.newEntity(EntityKind::Evidence);
        edit(document, addEvidence(document.view(), evidence,
                                   {{{&infoOf(field::evidence::title), s(title)},
                                     {&infoOf(field::evidence::state), s("taken")},
                                     {&infoOf(field::evidence::source), s("observation")}},
                                    {{&infoOf(field::evidence::requirements), {s("1.1.1.1")}}}},
                                   EvidenceFile{s("later.txt"), s("text/plain"), bytes}));
        return evidence;
    }
    static void addComment(CaseDocument &document, const char *round, const char *text)
    {
        edit(document,
             addRecord(document.view(), document.newEntity(EntityKind::Comment),
                       {{{&infoOf(field::comment::round), s(round)}, {&infoOf(field::comment::text), s(text)}}}));
    }
    /// A copy of Ana's, with work of hers that is not in the case.
    Case withWorkOfAnas()
    {
        Case ana = handOver("auditor", "ana");
        edit(*ana, rate(ana->view(), s("1.2.1.1"), {.rating = s("none"), .finding = s("By Ana")}));
        return ana;
    }
    /// Neither what is in a parcel nor that it came is taken. Returns why.
    Error refused(const QString &parcel) const
    {
        const Digest before = must(m_case->journalState());
        const Assessment said = m_case->assessment();
        const auto incoming = must(IncomingCopy::read(*m_case, parcel, &profileOf("lead")));
        must(incoming->work().bringContents());
        const auto merged = incoming->mergeInto(*m_case);
        [&] {
            QVERIFY(!merged);
            QVERIFY(must(m_case->journalState()) == before);
            QVERIFY(m_case->assessment() == said);
            expectIntact(*m_case);
        }();
        return merged ? Error{ErrorCode::Cancelled} : merged.error();
    }
    QStringList hiddenFiles() const
    {
        return QDir(m_folder->path()).entryList({s(".~new.*")}, QDir::Files | QDir::Hidden);
    }
    /// Whether bytes stand anywhere in what was handed over.
    bool holds(const char *to, const QByteArray &bytes) const
    {
        return bytesOf(m_folder->filePath(s(to) + s(".adit"))).contains(bytes);
    }

    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = must(CaseDocument::create(
            path("lead.adit"), smallStandard(s("1.1.1.1 1.1.1.2! 1.2.1.1 2.1.1.1 2.1.1.2")),
            {{{&infoOf(field::details::site), s("Hill")}, {&infoOf(field::details::mine), s("existing")}}},
            somebody("lead")));
        CaseDocument &document = *m_case;
        edit(document, rate(document.view(), s("1.1.1.1"),
                            {.rating = s("partial"), .finding = s("Public finding"), .notes = s("Personal note")}));
        edit(document,
             rate(document.view(), s("2.1.1.1"),
                  {.rating = s("full"), .finding = s("Of another chapter"), .sources = QStringList{s("worker")}}));
        edit(document, selfAssess(document.view(), s("1.1.1.1"), s("full"), s("Company comment")));
        const EntityRef person = document.newEntity(EntityKind::Person);
        edit(document, addRecord(document.view(), person,
                                 {{{&infoOf(field::person::stakeholder), s("worker")},
                                   {&infoOf(field::person::description), s("Team description")}}}));
        name(document, person, "Inés Quispe", "lead");
        edit(document, addRecord(document.view(), document.newEntity(EntityKind::Interview),
                                 {{{&infoOf(field::interview::held), s("2026-05-05")},
                                   {&infoOf(field::interview::summary), s("Interview summary")}},
                                  {{&infoOf(field::interview::people), {person.code}},
                                   {&infoOf(field::interview::requirements), {s("1.1.1.1")}}}}));
        edit(document, addEvidence(document.view(), document.newEntity(EntityKind::Evidence),
                                   {{{&infoOf(field::evidence::title), s("Evidence title")},
                                     {&infoOf(field::evidence::state), s("taken")},
                                     {&infoOf(field::evidence::source), s("observation")}},
                                    {{&infoOf(field::evidence::requirements), {s("2.1.1.1")}}}},
                                   EvidenceFile{s("river.txt"), s("text/plain"), "bytes of the river"}));
    }
};

} // namespace adit::test
