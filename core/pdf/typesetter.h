// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pdf/text.h"

#include <memory>

namespace adit::pdf {

/// Turns paragraphs into lines of glyphs. Opening the fonts takes 10–25 ms, so one is kept per thread and used for many
/// documents; it is not for use by two threads at once. It must outlive the documents made with it.
class Typesetter
{
public:
    /// FontMissing (subject: the family, detail: the Debian package) if a font of the report is not installed.
    static Result<std::unique_ptr<Typesetter>> create();
    /// Shapes nothing and opens no font: every block is one line with its text and styles, but without width or glyphs.
    /// For editions that are laid out by whoever shows them (a web page).
    static std::unique_ptr<Typesetter> unshaped();
    ~Typesetter();
    Typesetter(const Typesetter &) = delete;
    Typesetter &operator=(const Typesetter &) = delete;

    /// Breaks and measures. Nothing is wider than the paragraph: a word that is, is broken where it must be. A
    /// character that no installed Noto font draws is set as U+FFFD. A script whose main font is not installed is the
    /// block's `fault`, never a silent substitute. What a span has of controls of direction ends with the span, and a
    /// passage in another script says its language.
    TextBlock set(const Paragraph &paragraph);
    /// One line of one style, however long.
    TextBlock line(const QString &text, const TextStyle &style, const Paragraph &like = {});

    const FontFaces &faces() const;

private:
    struct Engine;
    TextBlock setTidy(const Paragraph &paragraph);
    explicit Typesetter(std::unique_ptr<Engine> engine);

    std::unique_ptr<Engine> m_engine; ///< nothing: unshaped
};

} // namespace adit::pdf
