// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdflint.h"

#include "core/pdf/lintparts.h"

#include <QList>

namespace adit::pdf {

namespace {

class Lint
{
public:
    explicit Lint(const Reader &reader)
        : m_reader(reader)
        , m_catalog(reader.resolve(reader.trailer()["Root"]))
    {}

    LintProblems run()
    {
        checkIdentity();
        readDestinations();
        readParentTree();
        m_structure = checkStructure(m_reader, m_catalog["StructTreeRoot"], m_problems);
        const Value &tree = m_reader.resolve(m_catalog["Pages"]);
        for (std::size_t i = 0; i < tree["Kids"].items.size(); ++i)
            checkPage(tree["Kids"].items[i], QStringLiteral("page %1").arg(i + 1));
        for (const auto &[mark, owner] : m_structure.owners)
            if (m_painted.count(mark) == 0)
                report("mark-missing", QStringLiteral("object %1").arg(owner));
        checkOutline(m_reader.resolve(m_catalog["Outlines"])["First"], 0);
        return std::move(m_problems);
    }

private:
    void report(const char *rule, const QString &where = {})
    {
        m_problems.push_back({QString::fromLatin1(rule), where});
    }

    void checkIdentity()
    {
        const QString title = textOf(m_reader.resolve(m_reader.trailer()["Info"])["Title"]);
        if (title.trimmed().isEmpty())
            report("no-title");
        const QByteArray xmp = m_reader.stream(m_catalog["Metadata"]).value_or(QByteArray());
        if (!xmp.contains('>' + title.toHtmlEscaped().toUtf8() + "</rdf:li></rdf:Alt></dc:title>"))
            report("title-differs");
        if (textOf(m_catalog["Lang"]).isEmpty())
            report("no-language");
        if (m_catalog["ViewerPreferences"]["DisplayDocTitle"].number != 1)
            report("title-not-shown");
        if (m_catalog["MarkInfo"]["Marked"].number != 1)
            report("not-marked");
        if (m_reader.trailer()["ID"].items.size() != 2)
            report("no-id");
    }

    void readDestinations()
    {
        const std::vector<Value> &names = m_reader.resolve(m_catalog["Names"])["Dests"]["Names"].items;
        for (std::size_t i = 0; i + 1 < names.size(); i += 2)
            if (m_reader.resolve(names[i + 1].items.empty() ? Value{} : names[i + 1].items[0])["Type"].isName("Page"))
                m_destinations.insert(names[i].bytes);
    }

    void readParentTree()
    {
        const Value &root = m_reader.resolve(m_catalog["StructTreeRoot"]);
        const std::vector<Value> &numbers = m_reader.resolve(root["ParentTree"])["Nums"].items;
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
            m_parents.emplace(numbers[i].integer(), &numbers[i + 1]);
    }

    void checkPage(const Value &reference, const QString &name)
    {
        const Value &page = m_reader.resolve(reference);
        const int number = reference.integer();
        if (!page["Tabs"].isName("S"))
            report("tab-order", name);
        const auto content = m_reader.stream(page["Contents"]);
        if (!content)
            return report("unreadable", name);
        const auto parents = m_parents.find(page["StructParents"].integer());
        const Value *owners = parents == m_parents.end() ? nullptr : parents->second;
        const PageMarks marks = scanContent(*content, fontsOf(page), name, m_problems);
        for (const int mark : marks.numbers) {
            m_painted.insert({number, mark});
            const auto owner = m_structure.owners.find({number, mark});
            if (owner == m_structure.owners.end())
                report("mark-unreachable", name);
            else if (!owners || static_cast<std::size_t>(mark) >= owners->items.size() ||
                     owners->items[static_cast<std::size_t>(mark)].integer() != owner->second)
                report("parent-tree", name);
        }
        for (const PageMarks::Picture &picture : marks.pictures)
            checkPicture(picture, imagesOf(page), {number, picture.mark}, name);
        for (const Value &annotation : page["Annots"].items)
            checkLink(annotation, name);
    }

    /// Every picture stands in a Figure, which has its words (checked with the structure).
    void checkPicture(const PageMarks::Picture &picture, const std::set<QByteArray> &known, MarkId mark,
                      const QString &page)
    {
        if (known.count(picture.resource) == 0)
            report("image-unknown", page);
        const auto owner = m_structure.owners.find(mark);
        if (owner == m_structure.owners.end() || !m_reader.object(owner->second)["S"].isName("Figure"))
            report("image-without-figure", page);
    }

    void checkLink(const Value &reference, const QString &page)
    {
        const Value &link = m_reader.resolve(reference);
        const auto owner = m_structure.annotations.find(reference.integer());
        const auto parent = m_parents.find(link["StructParent"].integer());
        const bool tagged = owner != m_structure.annotations.end() && parent != m_parents.end() &&
                            link["StructParent"].is(Value::Kind::Number) && parent->second->integer() == owner->second;
        if (!tagged)
            report("link-untagged", page);
        if (textOf(link["Contents"]).trimmed().isEmpty())
            report("link-without-text", page);
        const bool leads = link["Dest"].is(Value::Kind::String) ? m_destinations.count(link["Dest"].bytes) > 0
                                                                : !link["A"]["URI"].bytes.isEmpty();
        if (!leads)
            report("link-to-nowhere", page);
    }

    void checkOutline(const Value &first, int depth)
    {
        Value next = first;
        for (int entries = 0; next.is(Value::Kind::Reference) && entries < m_reader.objectCount(); ++entries) {
            const Value &entry = m_reader.resolve(next);
            if (m_destinations.count(entry["Dest"].bytes) == 0)
                report("outline-to-nowhere", textOf(entry["Title"]));
            if (depth < 8)
                checkOutline(entry["First"], depth + 1);
            next = entry["Next"];
        }
    }

    /// The fonts of a page; each is checked once.
    const FontMeanings &fontsOf(const Value &page)
    {
        const int resources = page["Resources"].integer();
        const auto [at, fresh] = m_fonts.try_emplace(resources);
        if (!fresh)
            return at->second;
        for (const auto &[name, font] : m_reader.resolve(page["Resources"])["Font"].entries)
            at->second.emplace(name, meanings(m_reader.resolve(font)));
        return at->second;
    }

    /// The pictures of a page; each is checked once.
    const std::set<QByteArray> &imagesOf(const Value &page)
    {
        const auto [at, fresh] = m_images.try_emplace(page["Resources"].integer());
        if (fresh)
            at->second = checkImages(m_reader, m_reader.resolve(page["Resources"]), m_problems);
        return at->second;
    }

    std::set<int> meanings(const Value &font)
    {
        const QString name = QString::fromLatin1(font["BaseFont"].bytes);
        const Value &descendants = font["DescendantFonts"];
        const Value &descendant = m_reader.resolve(descendants.items.empty() ? Value{} : descendants.items[0]);
        const Value &descriptor = m_reader.resolve(descendant["FontDescriptor"]);
        const bool embedded = m_reader.stream(descriptor["FontFile2"]) || m_reader.stream(descriptor["FontFile3"]);
        if (!embedded)
            report("font-not-embedded", name);
        const auto map = m_reader.stream(font["ToUnicode"]);
        if (!map)
            report("font-without-text", name);
        return codesOf(map.value_or(QByteArray()));
    }

    /// The codes of a map's "beginbfchar" blocks.
    static std::set<int> codesOf(const QByteArray &map)
    {
        std::set<int> codes;
        for (const QByteArray &line : map.split('\n')) {
            const QList<QByteArray> pair = line.split(' ');
            if (pair.size() == 2 && pair[0].size() == 6 && pair[1].size() >= 6 && pair[0].startsWith('<'))
                codes.insert(pair[0].mid(1, 4).toInt(nullptr, 16));
        }
        return codes;
    }

    const Reader &m_reader;
    const Value &m_catalog;
    LintProblems m_problems;
    StructureMap m_structure;
    std::map<int, const Value *> m_parents;
    std::set<QByteArray> m_destinations;
    std::set<MarkId> m_painted;
    std::map<int, FontMeanings> m_fonts;
    std::map<int, std::set<QByteArray>> m_images;
};

} // namespace

std::vector<LintProblem> lint(const QByteArray &file)
{
    LintProblems problems;
    if (file.count("%%EOF") != 1 || !file.endsWith("%%EOF\n"))
        problems.push_back({QStringLiteral("eof-count"), {}});
    const Result<Reader> reader = Reader::open(file);
    if (!reader) {
        problems.push_back({QStringLiteral("unreadable"), reader.error().detail});
        return problems;
    }
    const LintProblems found = Lint(*reader).run();
    problems.insert(problems.end(), found.begin(), found.end());
    return problems;
}

} // namespace adit::pdf
