// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/lintparts.h"

namespace adit::pdf {

namespace {

const std::set<QByteArray> painters{"f", "F",  "f*", "B",  "B*", "b", "b*", "S",
                                    "s", "sh", "Do", "Tj", "TJ", "'", "\"", "BI"};

class ContentScan
{
public:
    ContentScan(const FontMeanings &fonts, const QString &page, LintProblems &problems)
        : m_fonts(fonts)
        , m_page(page)
        , m_problems(problems)
    {}

    PageMarks run(const QByteArray &content)
    {
        Parser parser(content);
        std::vector<Value> operands;
        Value value;
        while (parser.next(value)) {
            if (!value.is(Value::Kind::Word)) {
                operands.push_back(std::move(value));
                continue;
            }
            perform(value.bytes, operands);
            operands.clear();
        }
        if (parser.failed() || !operands.empty())
            report("unreadable");
        if (!m_open.empty() || m_inText)
            report("unbalanced-marks");
        return std::move(m_marks);
    }

private:
    enum class Sort { Artifact, Tagged, Inner, Said };

    void report(const char *rule) { m_problems.push_back({QString::fromLatin1(rule), m_page}); }
    bool open(Sort sort) const { return std::find(m_open.begin(), m_open.end(), sort) != m_open.end(); }

    void perform(const QByteArray &word, const std::vector<Value> &operands)
    {
        if (word == "BDC" || word == "BMC")
            begin(operands);
        else if (word == "EMC")
            end();
        else if (word == "BT" || word == "ET")
            toggleText(word == "BT");
        else if (word == "Tf" && operands.size() == 2)
            m_font = operands[0].bytes;
        if (painters.count(word) == 0)
            return;
        if (!open(Sort::Artifact) && !open(Sort::Tagged))
            report("unmarked-paint");
        if (word == "TJ" || word == "Tj")
            checkMeanings(operands);
        else if (word == "Do" || word == "BI")
            m_marks.pictures.push_back({operands.empty() ? QByteArray() : operands[0].bytes, m_mark});
    }

    void begin(const std::vector<Value> &operands)
    {
        static const Value none;
        const Value &properties = operands.size() > 1 ? operands[1] : none;
        const bool isArtifact = !operands.empty() && operands[0].isName("Artifact");
        const bool isTagged = properties["MCID"].is(Value::Kind::Number);
        const bool outermost = !open(Sort::Artifact) && !open(Sort::Tagged);
        if ((isArtifact || isTagged) && (!outermost || m_inText))
            report("nested-marks");
        if (isTagged) {
            m_mark = properties["MCID"].integer();
            if (!m_marks.numbers.insert(m_mark).second)
                report("mark-owned-twice");
        }
        const bool said = properties["ActualText"].is(Value::Kind::String);
        m_open.push_back(isArtifact ? Sort::Artifact : isTagged ? Sort::Tagged : said ? Sort::Said : Sort::Inner);
    }
    void end()
    {
        if (m_open.empty())
            return report("unbalanced-marks");
        if (m_open.back() == Sort::Tagged)
            m_mark = -1;
        m_open.pop_back();
    }
    void toggleText(bool on)
    {
        if (m_inText == on)
            report("unbalanced-marks");
        m_inText = on;
    }

    /// Every code shown has a meaning, or its text is said around it.
    void checkMeanings(const std::vector<Value> &operands)
    {
        const auto font = m_fonts.find(m_font);
        if (font == m_fonts.end())
            return report("font-without-text");
        if (open(Sort::Said) || operands.empty())
            return;
        const std::vector<Value> &strings = operands[0].is(Value::Kind::Array) ? operands[0].items : operands;
        for (const Value &string : strings) {
            for (qsizetype i = 0; i + 1 < string.bytes.size() && string.is(Value::Kind::String); i += 2) {
                const int code =
                    static_cast<unsigned char>(string.bytes[i]) << 8 | static_cast<unsigned char>(string.bytes[i + 1]);
                if (font->second.count(code) == 0)
                    return report("glyph-without-meaning");
            }
        }
    }

    const FontMeanings &m_fonts;
    QString m_page;
    LintProblems &m_problems;
    std::vector<Sort> m_open;
    PageMarks m_marks;
    int m_mark = -1; ///< the number of the stretch that is open
    QByteArray m_font;
    bool m_inText = false;
};

} // namespace

PageMarks scanContent(const QByteArray &content, const FontMeanings &fonts, const QString &page, LintProblems &problems)
{
    return ContentScan(fonts, page, problems).run(content);
}

} // namespace adit::pdf
