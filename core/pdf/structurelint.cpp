// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/lintparts.h"

namespace adit::pdf {

namespace {

/// The parents a role may stand in; a role that is not listed may stand anywhere.
const std::map<QByteArray, std::set<QByteArray>> parentsOf{
    {"Document", {""}},
    {"LI", {"L"}},
    {"Lbl", {"LI", "TOCI"}},
    {"LBody", {"LI"}},
    {"THead", {"Table"}},
    {"TBody", {"Table"}},
    {"TR", {"Table", "THead", "TBody"}},
    {"TH", {"TR"}},
    {"TD", {"TR"}},
    {"TOCI", {"TOC"}},
};
/// Roles whose children must all be listed above or here.
const std::map<QByteArray, std::set<QByteArray>> childrenOf{
    {"L", {"LI", "L", "Caption"}},
    {"LI", {"Lbl", "LBody"}},
    {"Table", {"TR", "THead", "TBody", "Caption"}},
    {"THead", {"TR"}},
    {"TBody", {"TR"}},
    {"TR", {"TH", "TD"}},
    {"TOC", {"TOCI", "TOC", "Caption"}},
};
const std::set<QByteArray> roles{"Document", "Sect", "Div",   "H1",    "H2",        "H3",     "P",     "L",
                                 "LI",       "Lbl",  "LBody", "Table", "Caption",   "THead",  "TBody", "TR",
                                 "TH",       "TD",   "TOC",   "TOCI",  "Reference", "Figure", "Link",  "Span"};

class StructureCheck
{
public:
    StructureCheck(const Reader &reader, LintProblems &problems)
        : m_reader(reader)
        , m_problems(problems)
    {}

    StructureMap run(const Value &rootReference)
    {
        const Value &root = m_reader.resolve(rootReference);
        for (const Value &child : root["K"].items)
            element(child, rootReference.integer(), {});
        return std::move(m_map);
    }

private:
    void report(const char *rule, int object)
    {
        m_problems.push_back({QString::fromLatin1(rule), QStringLiteral("object %1").arg(object)});
    }

    void element(const Value &reference, int parent, const QByteArray &parentRole)
    {
        const int number = reference.integer();
        const Value &value = m_reader.resolve(reference);
        const QByteArray role = value["S"].bytes;
        if (!m_seen.insert(number).second || value["P"].integer() != parent || !value["P"].is(Value::Kind::Reference))
            return report("wrong-parent", number);
        checkRole(number, role, parentRole);
        checkAttributes(number, role, value);
        checkHeading(number, role);
        for (const Value &child : value["K"].items)
            this->child(child, number, role, value);
    }

    void checkRole(int number, const QByteArray &role, const QByteArray &parentRole)
    {
        if (roles.count(role) == 0)
            report("unknown-role", number);
        const auto wanted = parentsOf.find(role);
        const auto allowed = childrenOf.find(parentRole);
        if ((wanted != parentsOf.end() && wanted->second.count(parentRole) == 0) ||
            (allowed != childrenOf.end() && allowed->second.count(role) == 0))
            report("wrong-nesting", number);
    }

    void checkAttributes(int number, const QByteArray &role, const Value &value)
    {
        const Value &attributes = m_reader.resolve(value["A"]);
        if (role == "TH" && !attributes["Scope"].is(Value::Kind::Name))
            report("header-without-scope", number);
        if (role != "Figure")
            return;
        if (textOf(value["Alt"]).trimmed().isEmpty())
            report("figure-without-alt", number);
        if (attributes["BBox"].items.size() != 4)
            report("figure-without-box", number);
    }

    void checkHeading(int number, const QByteArray &role)
    {
        if (role.size() != 2 || role[0] != 'H')
            return;
        const int level = role[1] - '0';
        if (level > m_heading + 1)
            report("heading-gap", number);
        m_heading = level;
    }

    void child(const Value &child, int number, const QByteArray &role, const Value &value)
    {
        if (child.is(Value::Kind::Reference))
            return element(child, number, role);
        const bool isNumber = child.is(Value::Kind::Number);
        if (!isNumber && child["Type"].isName("OBJR")) {
            if (role == "Link")
                m_map.annotations.emplace(child["Obj"].integer(), number);
            return;
        }
        const MarkId mark{isNumber ? value["Pg"].integer() : child["Pg"].integer(),
                          isNumber ? child.integer() : child["MCID"].integer()};
        if (!m_map.owners.emplace(mark, number).second)
            report("mark-owned-twice", number);
    }

    const Reader &m_reader;
    LintProblems &m_problems;
    StructureMap m_map;
    std::set<int> m_seen;
    int m_heading = 0;
};

} // namespace

StructureMap checkStructure(const Reader &reader, const Value &root, LintProblems &problems)
{
    return StructureCheck(reader, problems).run(root);
}

} // namespace adit::pdf
