// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering/includerules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString roomOf(const QString &path)
{
    return path.section(QLatin1Char('/'), 0, 1);
}

/// The rows of the first table under a heading: per cell the names in backquotes.
QList<QList<QStringList>> tableUnder(const QString &heading, const QString &text)
{
    static const QRegularExpression quoted(QStringLiteral("`([^`]+)`"));
    QList<QList<QStringList>> rows;
    bool there = false;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1Char('#')))
            there = line.section(QLatin1Char(' '), 1).trimmed() == heading;
        if (!there || !line.startsWith(QLatin1Char('|')))
            continue;
        QList<QStringList> cells;
        for (const QString &cell : line.split(QLatin1Char('|')).mid(1)) {
            QStringList names;
            for (auto found = quoted.globalMatch(cell); found.hasNext();)
                names.append(found.next().captured(1));
            cells.append(names);
        }
        if (cells.size() >= 2 && !cells[0].isEmpty())
            rows.append(cells);
    }
    return rows;
}

struct Source
{
    QString path; ///< relative to the root
    QStringList quoted;
    QStringList angled;
    QStringList types; ///< defined at the outermost level of a header, with their namespace
};

QStringList typesIn(const QString &content)
{
    static const QRegularExpression type(
        QStringLiteral(
            "^(?:namespace ([\\w:]+) \\{|(?:class|struct|enum class) (\\w+)(?: final)?(?: : [^;{]*)?\\s*\\{?)$"),
        QRegularExpression::MultilineOption);
    QStringList types;
    QString space;
    for (auto found = type.globalMatch(content); found.hasNext();) {
        const auto match = found.next();
        if (match.captured(2).isEmpty())
            space = match.captured(1);
        else
            types.append(space + QStringLiteral("::") + match.captured(2));
    }
    return types;
}

QList<Source> sourcesIn(const QString &root, const QStringList &folders)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QList<Source> sources;
    for (const QString &folder : folders) {
        QDirIterator files(root + QLatin1Char('/') + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString content = contentOf(path);
            Source source{QDir(root).relativeFilePath(path),
                          {},
                          {},
                          path.endsWith(QLatin1String(".h")) ? typesIn(content) : QStringList()};
            for (auto found = include.globalMatch(content); found.hasNext();) {
                const auto match = found.next();
                (match.captured(1) == QLatin1String("<") ? source.angled : source.quoted).append(match.captured(2));
            }
            sources.append(source);
        }
    }
    return sources;
}

class Inspection
{
public:
    Inspection(QString root, IncludeRules rules)
        : m_root(std::move(root))
        , m_rules(std::move(rules))
        , m_faults(m_rules.faults)
    {}

    QStringList run()
    {
        const QList<Source> inside =
            sourcesIn(m_root, {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")});
        QSet<QString> used;
        for (const Source &source : inside) {
            used.insert(roomOf(source.path));
            checkForm(source);
            checkEdges(source);
            checkOutside(source);
            checkNames(source);
            m_includes.insert(source.path, source.quoted);
        }
        for (const Source &source : sourcesIn(m_root, {QStringLiteral("tests")}))
            checkForm(source);
        for (const QString &room : m_rules.rooms)
            if (!used.contains(room))
                fault(QStringLiteral("ARCHITECTURE.md"),
                      QStringLiteral("has a row for %1, which has no sources").arg(room));
        for (const Source &source : inside)
            followForCycles(source.path);
        return m_faults;
    }

private:
    void fault(const QString &where, const QString &what) { m_faults.append(where + QStringLiteral(": ") + what); }

    /// Root-relative, there, once, and Qt's headers bare.
    void checkForm(const Source &source)
    {
        QSet<QString> seen;
        for (const QString &name : source.quoted + source.angled) {
            if (seen.contains(name))
                fault(source.path, QStringLiteral("includes %1 twice").arg(name));
            seen.insert(name);
        }
        for (const QString &name : source.quoted) {
            const bool generated = name.endsWith(QLatin1String(".moc"));
            const bool climbs = name.startsWith(QLatin1Char('.')) || name.contains(QLatin1String("/."));
            if (!generated && (climbs || !QFileInfo::exists(m_root + QLatin1Char('/') + name)))
                fault(source.path, QStringLiteral("includes \"%1\", which is not a path from the root").arg(name));
        }
        for (const QString &name : source.angled)
            if (isQtModule(name.section(QLatin1Char('/'), 0, 0)))
                fault(source.path, QStringLiteral("includes <%1>: name the class alone").arg(name));
    }

    void checkEdges(const Source &source)
    {
        const QString room = roomOf(source.path);
        if (!m_rules.rooms.contains(room)) {
            fault(source.path, QStringLiteral("%1 has no row in ARCHITECTURE.md").arg(room));
            return;
        }
        for (const QString &name : source.quoted) {
            const QString other = roomOf(name);
            const bool rooted = name.contains(QLatin1Char('/')) && !name.startsWith(QLatin1Char('.'));
            if (rooted && other != room && !m_rules.mayInclude[room].contains(other))
                fault(source.path, QStringLiteral("includes \"%1\": %2 may not include %3").arg(name, room, other));
        }
    }

    /// Two types of one name are one to the linker, which takes the destructor of either: no two headers define the
    /// same.
    void checkNames(const Source &source)
    {
        for (const QString &type : source.types) {
            const QString other = m_types.value(type);
            if (!other.isEmpty())
                fault(source.path, QStringLiteral("defines %1, as %2 does").arg(type, other));
            m_types.insert(type, source.path);
        }
    }

    /// Core knows no Qt but QtCore and what has a row; every other outside library has its rooms.
    void checkOutside(const Source &source)
    {
        static const QRegularExpression standard(QStringLiteral("^[a-z_0-9]+$"));
        static const QRegularExpression qt(QStringLiteral("^(Qt?[A-Z]|q[a-z0-9]+\\.h$)"));
        for (const QString &name : source.angled) {
            if (standard.match(name).hasMatch() || isQtModule(name.section(QLatin1Char('/'), 0, 0)))
                continue;
            if (!qt.match(name).hasMatch())
                checkLibrary(source, name);
            else if (source.path.startsWith(QLatin1String("core/")) && !hasRow(name, roomOf(source.path)) &&
                     !QFileInfo::exists(qtHeaders() + QStringLiteral("/QtCore/") + name))
                fault(source.path, QStringLiteral("includes <%1>, which is not in QtCore").arg(name));
        }
    }

    /// A class of another part of Qt that a room of core is given by name.
    bool hasRow(const QString &name, const QString &room) const
    {
        for (auto row = m_rules.libraries.cbegin(); row != m_rules.libraries.cend(); ++row)
            if (name.startsWith(row.key()) && row.value().contains(room))
                return true;
        return false;
    }

    void checkLibrary(const Source &source, const QString &name)
    {
        for (auto row = m_rules.libraries.cbegin(); row != m_rules.libraries.cend(); ++row) {
            if (!name.startsWith(row.key()))
                continue;
            if (!row.value().contains(roomOf(source.path)))
                fault(source.path, QStringLiteral("includes <%1>, which belongs to %2 alone")
                                       .arg(name, row.value().join(QStringLiteral(", "))));
            return;
        }
        fault(source.path, QStringLiteral("includes <%1>, which has no row in ARCHITECTURE.md").arg(name));
    }

    /// Depth first; a file met again on its own way down closes a circle.
    void followForCycles(const QString &path)
    {
        if (m_finished.contains(path))
            return;
        if (m_way.contains(path)) {
            fault(path, QStringLiteral("includes itself by way of %1").arg(m_way.last()));
            return;
        }
        m_way.append(path);
        for (const QString &next : m_includes.value(path))
            if (m_includes.contains(next))
                followForCycles(next);
        m_way.removeLast();
        m_finished.insert(path);
    }

    static QString qtHeaders() { return QLibraryInfo::path(QLibraryInfo::HeadersPath); }

    static bool isQtModule(const QString &name)
    {
        return name.startsWith(QLatin1String("Qt")) && QFileInfo(qtHeaders() + QLatin1Char('/') + name).isDir();
    }

    QString m_root;
    IncludeRules m_rules;
    QStringList m_faults;
    QHash<QString, QString> m_types;
    QHash<QString, QStringList> m_includes;
    QStringList m_way;
    QSet<QString> m_finished;
};

} // namespace

IncludeRules IncludeRules::fromMarkdown(const QString &text)
{
    IncludeRules rules;
    const QString document = QStringLiteral("ARCHITECTURE.md");
    for (const QList<QStringList> &row : tableUnder(QStringLiteral("Allowed includes"), text)) {
        const QString &room = row[0].constFirst();
        for (const QString &other : row[1]) {
            if (!rules.rooms.contains(other))
                rules.faults.append(
                    QStringLiteral("%1: %2 names %3, which does not stand above it").arg(document, room, other));
            if (room.startsWith(QLatin1String("ui/")) && other == QLatin1String("core/storage"))
                rules.faults.append(QStringLiteral("%1: %2 may never include core/storage").arg(document, room));
        }
        rules.rooms.append(room);
        rules.mayInclude.insert(room, row[1]);
    }
    for (const QList<QStringList> &row : tableUnder(QStringLiteral("Outside libraries"), text))
        for (const QString &header : row[0])
            rules.libraries.insert(header, row[1]);
    if (rules.rooms.isEmpty() || rules.libraries.isEmpty())
        rules.faults.append(QStringLiteral("%1: a table is missing").arg(document));
    return rules;
}

QStringList brokenRules(const QString &root)
{
    return Inspection(root, IncludeRules::fromMarkdown(contentOf(root + QStringLiteral("/ARCHITECTURE.md")))).run();
}
