// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/web.h"

#include "core/pdf/direction.h"
#include "core/report/webblocks.h"

namespace adit::report {

namespace {

/// Screen and print from one sheet of style; measures of sheet.h at 1.7 pixels to the point.
constexpr const char *layout = R"(
:root { color-scheme: light; font-size: 17px;
  --serif: "Noto Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", Georgia, "Times New Roman", serif;
  --sans: "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", system-ui, -apple-system, "Segoe UI", sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b1b1b; font: 1rem/1.45 var(--serif); overflow-wrap: break-word; }
main { max-width: 50rem; margin: 0 auto; padding: 1.2rem 1.4rem 3rem; }
h1, h2, h3, p, ul, table, figure { margin: 0; padding: 0; font-weight: inherit; }
a { color: inherit; text-decoration-color: #9a9a9a; text-underline-offset: .15em; }
a:hover { text-decoration-color: currentColor; }
a:focus-visible, .scroll:focus-visible { outline: 2px solid #1b1b1b; outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -99rem; }
.skip:focus { position: static; display: block; padding: .5rem 1.4rem; }
.strip { position: sticky; top: 0; z-index: 1; background: #fff; border-bottom: 1px solid #9a9a9a; font: .78rem/1.45 var(--sans); color: #555; }
.strip div { max-width: 50rem; margin: 0 auto; padding: .4rem 1.4rem; display: flex; flex-wrap: wrap; gap: 0 1.5rem; justify-content: space-between; }
footer { max-width: 50rem; margin: 0 auto; padding: .7rem 1.4rem 2rem; border-top: 1px solid #9a9a9a; font: .78rem/1.45 var(--sans); color: #555; }
.part { padding-top: 3.4rem; }
.part:first-of-type { padding-top: .5rem; }
[id] { scroll-margin-top: 3rem; }
.row { display: grid; grid-template-columns: 10.9rem minmax(0, 1fr); gap: 0 1.2rem; }
.block { margin-top: .9rem; }
.side { grid-column: 1; }
.main { grid-column: 2; min-width: 0; }
.wide, .row > .row { grid-column: 1 / -1; min-width: 0; }
.side > * + *, .main > * + *, .wide > * + * { margin-top: .35rem; }
.over { border-top: 1px solid #1b1b1b; padding-top: .45rem; }
.under { border-bottom: 1px solid #d2d2d2; padding-bottom: .3rem; }
.under + .under { margin-top: .3rem; }
.beside { display: flex; flex-wrap: wrap; gap: .5rem 1.6rem; align-items: flex-start; }
.beside table { width: auto; flex: 1 1 14rem; }
.line { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; }
.line > :first-child { flex: 1 1 auto; }
.scale { position: relative; display: block; height: 1.2rem; }
.scale > span { position: absolute; transform: translateX(calc(-1 * var(--shift))); }
[dir=rtl] .scale > span { transform: translateX(var(--shift)); }
ul { padding-inline-start: 1.1rem; }
ul:not([class]) > li::marker { content: "\2013\00a0\00a0"; color: #555; font-family: var(--sans); }
ul.across { display: flex; gap: .2rem; padding: 0; list-style: none; }
ul.across > li { flex: 1 1 0; min-width: 0; }
ul.contents { padding: 0; list-style: none; }
ul.contents > li { padding: .22rem 0; border-bottom: 1px solid #d2d2d2; scroll-margin-top: 3rem; }
ul.contents span > span:first-child:not(:last-child) { display: inline-block; min-width: 2.2rem; }
ul.contents a { text-decoration: none; }
ul.contents a:hover { text-decoration: underline; }
.scroll { overflow-x: auto; }
.main > table { max-width: 26rem; }
.beside td { white-space: nowrap; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid #d2d2d2; }
[dir=rtl] th, [dir=rtl] td { padding: .3rem 0 .3rem .9rem; }
thead th { vertical-align: bottom; border-bottom: 1px solid #1b1b1b; }
th:last-child, td:last-child { padding-inline-end: 0; }
td .bar, th .bar { min-width: 7rem; }
.end { text-align: end; }
.figures { text-align: right; white-space: nowrap; }
.bar { display: block; width: 100%; }
[dir=rtl] .bar { transform: scaleX(-1); }
.figure { display: block; width: 100%; height: auto; }
.photo { display: block; max-width: 100%; height: auto; margin-bottom: .35rem; }
.mark { display: inline-block; width: auto; vertical-align: -.12em; }
.symbols { position: absolute; width: 0; height: 0; }
.water { position: fixed; inset: 0; z-index: -1; display: grid; place-items: center; overflow: hidden; }
.water span { transform: rotate(-35deg); font: 700 3.4rem/1.2 var(--sans); color: #eaeaea; text-align: center; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 44rem) {
  .row { grid-template-columns: minmax(0, 1fr); }
  .side, .main, .wide { grid-column: 1; }
}
@media print {
  @page { size: A4; margin: 16mm 20mm; }
  :root { font-size: 10pt; }
  main, .strip div, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .strip { position: static; }
  .skip { display: none; }
  .part { padding-top: 1.5rem; }
  .row { grid-template-columns: 10.9rem minmax(0, 1fr); }
  .side { grid-column: 1; } .main { grid-column: 2; }
  h2, h3, thead { break-after: avoid; }
  tr, li, figure { break-inside: avoid; }
}
)";

/// What an office's template adds: its colour where the pages have it, its logo in the corner of the first part.
QString bodyRules(const Context &context)
{
    if (!context.assessment.body)
        return {};
    QString rules;
    if (context.assessment.body->logo)
        rules += QStringLiteral(".logo { float: right; height: auto; max-width: 40%; margin: 0 0 .5rem 1rem; }\n"
                                "[dir=rtl] .logo { float: left; margin: 0 1rem .5rem 0; }\n");
    if (context.assessment.body->made.accent)
        rules += QStringLiteral(":root { --accent: %1; }\n.strip { border-bottom-color: var(--accent); }\n")
                     .arg(colourName(*context.assessment.body->made.accent));
    return rules;
}

/// Text that no typesetter has looked at.
QString plain(const QString &text)
{
    return escaped(pdf::balanced(text));
}

} // namespace

void WebPage::add(const Part &part)
{
    m_body += QStringLiteral("<section class=\"part\" id=\"") + escaped(webId(part.destination)) +
              QStringLiteral("\">\n") + webBlocks(m_text, m_context, part.title, part.blocks) +
              QStringLiteral("</section>\n");
}

QByteArray WebPage::page(const WebFrame &frame) const
{
    const Words &words = m_context.words;
    QString out = QStringLiteral("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%1\" "
                                 "dir=\"%2\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                      .arg(words.language(), words.isRightToLeft() ? QStringLiteral("rtl") : QStringLiteral("ltr"));
    out += QStringLiteral("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                          "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          "style-src 'unsafe-inline'; img-src data:\"/>\n<title>") +
           plain(frame.title) + QStringLiteral("</title>\n<style>") + QLatin1String(layout) + bodyRules(m_context) +
           m_text.styleRules() + QStringLiteral("</style>\n</head>\n<body>\n");
    if (m_context.isWhole)
        out += QStringLiteral("<a class=\"skip\" href=\"#contents\">") + escaped(words("contents.title")) +
               QStringLiteral("</a>\n");
    const QString water = frame.water.isEmpty() ? QString()
                                                : QStringLiteral("<div class=\"water\" aria-hidden=\"true\"><span>") +
                                                      plain(frame.water) + QStringLiteral("</span></div>\n");
    out += m_text.symbols() + QStringLiteral("<header class=\"strip\"><div><span>") + plain(frame.name) +
           QStringLiteral("</span><span>") + plain(frame.edition) + QStringLiteral("</span></div></header>\n") + water +
           QStringLiteral("<main>\n") + m_body + QStringLiteral("</main>\n<footer>") + plain(frame.identity) +
           (frame.footer.isEmpty() ? QString() : QStringLiteral("<br/>") + plain(frame.footer)) +
           QStringLiteral("</footer>\n</body>\n</html>\n");
    return out.toUtf8();
}

} // namespace adit::report
