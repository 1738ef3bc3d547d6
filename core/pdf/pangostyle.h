// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/paragraphsource.h"

#include <memory>

#include <pango/pango.h>

/// How Pango is told what a paragraph looks like. Included by the few files that talk to Pango.
namespace adit::pdf {

struct Unref
{
    void operator()(void *object) const { g_object_unref(object); }
    void operator()(PangoFontDescription *description) const { pango_font_description_free(description); }
    void operator()(PangoAttrList *list) const { pango_attr_list_unref(list); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

int units(double points);
double fromUnits(int units);

/// `families` in order of preference.
Owned<PangoFontDescription> fontDescription(const QStringList &families, const TextStyle &style, double scale = 1);
/// `mayHoldTogether`: whether what is not to be broken is held on one line.
Owned<PangoAttrList> attributesOf(const Paragraph &paragraph, const Source &source, bool mayHoldTogether);

} // namespace adit::pdf
