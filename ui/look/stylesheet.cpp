// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/stylesheet.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QFont>
#include <QFontDatabase>
#include <QFontInfo>
#include <QString>
#include <QStringList>
#include <array>
#include <utility>

namespace adit {

namespace {

/// `@name` is a role, `#12` within a rule a measure at 13 pixel text.
constexpr auto rules = R"(
QToolTip { background: @base; color: @text; border: 1px solid @buttonline; padding: 4px 8px; }
QMainWindow, QWidget[ground="window"] { background: @window; }
QWidget[ground="base"] { background: @base; }
QWidget[ground="alternate"] { background: @alternate; }
QFrame[rule="top"] { border: none; border-top: 1px solid @line; }
QFrame[rule="bottom"] { border: none; border-bottom: 1px solid @line; }
QFrame[rule="left"] { border: none; border-left: 1px solid @line; }
QFrame[rule="right"] { border: none; border-right: 1px solid @line; }
QFrame[rule="line"] { border: none; background: @line; max-height: 1px; min-height: 1px; }
QScrollArea { border: none; background: transparent; }

QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QComboBox, QSpinBox {
  background: @base; color: @text; border: 1px solid @edge; border-radius: 4px;
  selection-background-color: @accent; selection-color: @onaccent; }
QLineEdit, QDateEdit, QComboBox, QSpinBox { min-height: {26}px; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 7px 9px; }
QLineEdit:focus, QDateEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid @accent; min-height: {24}px; padding: 0 7px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 6px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QDateEdit:disabled, QComboBox:disabled {
  background: @window; color: @disabled; border-color: @line; }
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] { border-color: transparent; background: @base; }
QPlainTextEdit[card="front"], QPlainTextEdit[card="back"] { background: transparent; }
QPlainTextEdit[card="back"] { color: @second; }
QPlainTextEdit[card="framed"] { background: @alternate; border-color: @line; }
QPlainTextEdit[card="bare"], QPlainTextEdit[card="bare"]:focus { background: transparent; border: none; padding: 0; }
QLineEdit[wrong="true"], QDateEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {
  border-color: @block; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: {24}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/icons/@theme/chevron-down.svg); width: {14}px; height: {14}px; }
QComboBox QAbstractItemView { background: @base; border: 1px solid @buttonline; selection-background-color: @tint;
  selection-color: @text; outline: none; padding: 4px; }

QPushButton { background: @base; color: @text; border: 1px solid @buttonline; border-radius: 4px;
  min-height: {26}px; padding: 0 12px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border: 2px solid @accent; min-height: {24}px; padding: 0 11px; }
QPushButton:disabled { background: @window; color: @disabled; border-color: @line; }

QAbstractItemView { border: none; background: @base; outline: none; }
QTreeView, QListView, QTableView { selection-background-color: @tint; selection-color: @text; }
QTableView { gridline-color: @line; }
QHeaderView { background: @base; border: none; }
QHeaderView::section { background: @base; color: @second; border: none; border-bottom: 1px solid @line;
  padding: 4px 12px; font-size: {caption}px; font-weight: 400; }

QMenu { background: @base; color: @text; border: 1px solid @buttonline; padding: 4px; }
QMenu::item { padding: {5}px {24}px {5}px {12}px; border-radius: 4px; }
QMenu::item:selected { background: @tint; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @buttonline; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: @edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: @window; border-top: 1px solid @line; min-height: {27}px; }
QStatusBar::item { border: none; }

QLabel { background: transparent; }
QLabel[type="caption"] { font-size: {caption}px; }
QLabel[type="small"] { font-size: {small}px; }
QLabel[type="strong"] { font-weight: 600; }
QLabel[type="heading"] { font-size: {heading}px; font-weight: 600; }
QLabel[type="title"] { font-size: {title}px; font-weight: 600; }
QLabel[type="figure"] { font-size: {figure}px; font-weight: 600; }
QLabel[face="fixed"] { font-family: {fixed}; }
QLabel[ink="text"] { color: @text; }
QLabel[ink="second"] { color: @second; }
QLabel[ink="third"] { color: @third; }
QLabel[ink="accent"] { color: @accent; }
QLabel[ink="warn"] { color: @warn; }
QLabel[ink="block"] { color: @block; }
QLabel:disabled { color: @disabled; }
)";

void fillColors(QString &sheet, const Theme &theme)
{
    // Longer names before their beginnings: "buttonline" must not be taken for "button".
    const std::array<std::pair<const char *, Role>, 19> names{{
        {"@buttonline", Role::ButtonLine},
        {"@onaccent", Role::OnAccent},
        {"@alternate", Role::Alternate},
        {"@disabled", Role::DisabledText},
        {"@accent", Role::Accent},
        {"@window", Role::Window},
        {"@second", Role::SecondText},
        {"@block", Role::NotMet},
        {"@hover", Role::Hover},
        {"@third", Role::ThirdText},
        {"@edge", Role::Edge},
        {"@base", Role::Base},
        {"@line", Role::Line},
        {"@text", Role::Text},
        {"@tint", Role::Tint},
        {"@warn", Role::Partially},
        {"@track", Role::Track},
        {"@added", Role::Added},
        {"@removed", Role::Removed},
    }};
    sheet.replace(QLatin1String("@theme"), QLatin1String(theme.isDark() ? "dark" : "light"));
    for (const auto &[name, role] : names)
        sheet.replace(QLatin1String(name), theme.color(role).name());
}

/// Letters of one width: the desktop's own face, where it has one that deserves the name.
QString fixedFamilies()
{
    QStringList families{QStringLiteral("\"Noto Sans Mono\""), QStringLiteral("\"DejaVu Sans Mono\""),
                         QStringLiteral("monospace")};
    const QFont desktop = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (QFontInfo(desktop).fixedPitch())
        families.prepend(QStringLiteral("\"%1\"").arg(desktop.family()));
    return families.join(QStringLiteral(", "));
}

void fillMeasures(QString &sheet, const QFont &font)
{
    const std::array<std::pair<const char *, Type>, 5> types{{{"{caption}", Type::Caption},
                                                              {"{small}", Type::Small},
                                                              {"{heading}", Type::Heading},
                                                              {"{title}", Type::Title},
                                                              {"{figure}", Type::Figure}}};
    for (const auto &[name, type] : types)
        sheet.replace(QLatin1String(name), QString::number(qRound(pixelSize(typeFont(font, type)))));
    sheet.replace(QLatin1String("{fixed}"), fixedFamilies());
    for (const int measure : {5, 12, 14, 24, 26, 27})
        sheet.replace(QStringLiteral("{%1}").arg(measure), QString::number(scaled(font, measure)));
}

} // namespace

QString styleSheet(const Theme &theme, const QFont &font)
{
    QString sheet = QString::fromLatin1(rules);
    fillColors(sheet, theme);
    fillMeasures(sheet, font);
    return sheet;
}

} // namespace adit
