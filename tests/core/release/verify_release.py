# SPDX-FileCopyrightText: The Adit developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check an Adit release (a folder, or a ZIP file of one) as release-format.md and standard-format.md describe it.

    verify_release.py FOLDER_OR_ZIP [--trust FINGERPRINT ...] [--disclosed FILE]
    verify_release.py --self-test

Prints one JSON object; exit status 0 if the release is intact and signed, each signer named by --trust where given, and
the passage of --disclosed fits; 1 otherwise, 2 on wrong use.
"""
import argparse
import base64
import hashlib
import json
import re
import sys
import zipfile
from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FILES = ["assessment.json", "report.html", "report.pdf"]
ROLES = ["lead-auditor", "technical-reviewer", "decision-maker"]
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MANIFEST = {"format", "hash", "assessment", "number", "built", "root", "leaf_count", "standard_hash", "level", "app",
            "roles", "files", "signatures"}


def members(obj):
    return sorted(obj.items(), key=lambda kv: kv[0].encode("utf-16-be"))

def ordered(v):
    if isinstance(v, dict):
        return {k: ordered(x) for k, x in members(v)}
    if isinstance(v, float) or isinstance(v, int) and abs(v) >= 1 << 53:
        raise ValueError("a number that is not whole, or not below 2^53")
    return [ordered(x) for x in v] if isinstance(v, list) else v

def jcs(v):  # Python's escapes are those of JCS; a lone surrogate raises in encode
    return json.dumps(ordered(v), ensure_ascii=False, separators=(",", ":")).encode("utf-8")

def same(a, b):  # unlike ==, this tells true from 1
    return jcs(a) == jcs(b)

def parse(data):
    def once(pairs):
        if len(dict(pairs)) != len(pairs):
            raise ValueError("a member stands twice")
        return dict(pairs)
    value = json.loads(data.decode("utf-8"), object_pairs_hook=once)
    if jcs(value) != data:
        raise ValueError("it is not written in the way of RFC 8785")
    return value

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def leaf_hash(path, index, salt, value):
    return sha(b"\0", jcs({"path": path, "index": index, "salt": salt, "value": value}))

def half(n):  # the largest power of two below n
    return 1 << ((n - 1).bit_length() - 1)

def tree(h):
    """RFC 9162, 2.1.1, over hashes of leaves."""
    k = half(len(h)) if len(h) > 1 else 0
    return sha(b"\1", tree(h[:k]), tree(h[k:])) if k else h[0]

def led(h, i, n, proof):
    """Where a proof leads (RFC 9162, 2.1.3.2): None if it has another length, or the leaf is not one of n."""
    if n == 1 or not proof or not 0 <= i < n:
        return h if n == 1 and i == 0 and not proof else None
    k = half(n)
    below = led(h, i, k, proof[:-1]) if i < k else led(h, i - k, n - k, proof[:-1])
    return below and (sha(b"\1", below, proof[-1]) if i < k else sha(b"\1", proof[-1], below))

def unhex(text, size):
    good = isinstance(text, str) and re.fullmatch("[0-9a-f]{%d}" % (2 * size), text)
    return bytes.fromhex(text) if good else None

def fingerprint(key, box_key):
    digest = hashlib.blake2b(b"adit-fingerprint/1" + key + box_key, digest_size=32).digest()
    bits = int.from_bytes(digest[:20], "big")
    text = "".join(LETTERS[bits >> s & 31] for s in range(155, -1, -5))
    return "-".join(text[i:i + 4] for i in range(0, 32, 4))

def walk(v, path="", top=False):
    """(path, value, the withheld part or None) of each leaf, in the order of JCS."""
    if isinstance(v, dict):
        for k, x in members(v):
            here = path + "/" + k.replace("~", "~0").replace("/", "~1")
            if top and k == "standard":
                yield here, x, None
            elif k == "leaf" and "withheld" in v:
                yield path + "/text", None, v
            elif not (top and k == "leaves"):
                yield from walk(x, here)
    elif isinstance(v, list):
        for i, x in enumerate(v):
            yield from walk(x, "%s/%d" % (path, i))
    else:
        yield path, v, None


def contrast(colour):
    """Of #rrggbb on white (WCAG 2.2)."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)


def upper(code, parts):
    return ".".join(code.split(".")[:parts])


class Case:
    """Catalogue and ratings, as far as scores and level depend on them."""
    def __init__(self, record):
        st = record["standard"]
        chapters = [c for p in st["principles"] for c in p["chapters"]]
        self.principles, self.chapters = [p["code"] for p in st["principles"]], [c["code"] for c in chapters]
        self.requirements = {r["code"]: r for c in chapters for k in c["criteria"] for r in k["requirements"]}
        self.levels, self.pooled = st["levels"], {"pooled": True, "mean": False}[st["principle_rule"]]
        self.rank = {s["code"]: i for i, s in enumerate(st["scale"])}
        self.points = {s["code"]: Fraction(s["points"]) for s in st["scale"] if s.get("points") is not None}
        relevant = [r for r in record["requirements"] if r["relevance"] == "relevant"]
      
        self.ratings = {r["id"]: r["rating"] for r in relevant if r["rating"] in self.points
                        or r["rating"] == "unrated" or not r["left_out"]}
        self.planned = {r["id"] for r in relevant if r["planned"] is True}
        self.postponed = record["postponed"]
        site = record["site"]
        self.surveillance = site["kind"] == "surveillance"
        self.before = {r["id"]: "" if self.surveillance else r["previous_rating"] for r in relevant}
        rule = next((d for d in st.get("deadlines", []) if d["code"] == "reassessment"), None)
        ends = {m["code"]: m.get("detail") for m in st.get("milestones", [])}
        counts = rule and rule["limit"] == "latest" and ends[rule["from"]] == "report_date"
        self.holds_for = (site["report_date"], rule["amount"], rule["unit"]) if counts else None

    def shown_before(self, code):
        """The score of the audit before; None unless all that counts now was rated then."""
        own = [i for i in self.ratings if (i + ".").startswith(code + ".") and self.ratings[i] in self.points]
        if not all(self.before[i] for i in own):
            return None
        sums = self.sums({i: b for i, b in self.before.items() if b in self.points})
        return self.shown(self.percent(code, sums))

    def valid_until(self, achieved):
        if self.surveillance or not achieved or not self.holds_for or self.holds_for[0] is None:
            return None
        (year, month, day), amount, unit = map(int, self.holds_for[0].split("-")), *self.holds_for[1:]
        if unit in ("days", "working-days"):
            return str(date(year, month, day) + timedelta(days=amount))
        months = month - 1 + amount * {"years": 12, "months": 1}[unit]
        year, month = year + months // 12, months % 12 + 1
        return str(date(year, month, min(day, monthrange(year, month)[1])))

    def sums(self, ratings):
        out = {code: (Fraction(0), 0) for code in self.principles + self.chapters}
        for i, rating in ratings.items():
            for at in (upper(i, 1), upper(i, 2)) if rating in self.points else ():
                out[at] = out[at][0] + self.points[rating], out[at][1] + 1
        return out

    def percent(self, code, sums):
        got, possible = sums[code]
        if not possible or self.pooled or "." in code:
            return got * 100 / possible if possible else None
        own = [self.percent(c, sums) for c in self.chapters if upper(c, 1) == code and sums[c][1]]
        return sum(own) / len(own)

    def shown(self, percent):
        if percent is None:
            return None
        tenths = (percent * 20 + 1) // 2
        asked = [100 * Fraction(x["each_principle"]) for x in self.levels if x.get("each_principle")]
        tenths -= any(percent < a <= Fraction(tenths, 10) for a in asked)
        return "%d.%d" % divmod(tenths, 10)

    def holds(self, level, ratings):
        def below(name):  # the requirements below the rating that a condition names
            least = self.rank[level[name]] if level.get(name) else len(self.rank)
            return {i for i, r in ratings.items() if self.rank.get(r, len(self.rank)) > least}
        sums = self.sums(ratings)
        shares = [self.percent(p, sums) for p in self.principles]
        least = 100 * Fraction(level.get("each_principle") or 0)
        critical = {i for i in ratings if self.requirements[i].get("critical")}
        return not (any(s is not None and s < least for s in shares) or below("critical_floor") & critical
                    or below("plan_below") & critical - self.planned or below("every_requirement"))

    def level(self, fill=None):
        """The first level that holds, everything open counted as fill."""
        ratings = {i: r if r in self.points or fill is None else fill for i, r in self.ratings.items()}
        return next((x["code"] for x in self.levels if self.holds(x, ratings)), None)

    def result(self):
        by_points = sorted(self.points, key=self.rank.get)
        floor, ceiling = self.level(by_points[-1]), self.level(by_points[0])
      
        status = "provisional" if "unrated" in self.ratings.values() else \
            "pending" if self.postponed or floor != ceiling else "final"
        return {"achieved": self.level() if status == "final" else None, "status": status, "floor": floor,
                "ceiling": ceiling}


class Check:
    def __init__(self, trust):
        self.trust, self.problems, self.files, self.manifest, self.record = trust, [], {}, {}, {}
        self.signed, self.signers, self.withheld, self.counts = False, [], {}, Counter()

    def bad(self, where, text):
        self.problems.append({"where": where, "text": text})

    def stage(self, where, step, *args):
        try:
            return step(*args)
        except Exception as e:  # whatever cannot be read is not intact
            self.bad(where, "cannot be checked: %s: %s" % (type(e).__name__, e))

    def expect(self, where, obj, wanted):
        for name, want in wanted.items():
            if name not in obj or not same(obj[name], want):
                self.bad("%s /%s" % (where, name), "should be " + jcs(want).decode())

    def load(self, path):
        if path.is_dir():
            found = [(p.name, p.read_bytes) for p in sorted(path.iterdir())]
        else:
            z = zipfile.ZipFile(path)
            folders = {n.partition("/")[0] if "/" in n else None for n in z.namelist()}
            skip = len(folders.pop()) + 1 if len(folders) == 1 and None not in folders else 0
            found = [(i.filename[skip:], lambda i=i: z.open(i).read(1 << 30)) for i in z.infolist()]
            found = [(name, read) for name, read in found if name]  # without the one folder itself
        for name, read in found:
            if name not in FILES + ["release.json"] or name in self.files:
                self.bad(name, "stands twice" if name in self.files else "does not belong to the release")
            else:
                self.files[name] = read()

    def check_manifest(self):
        m = self.manifest
        for name in sorted(MANIFEST ^ set(m)):
            self.bad("release.json /" + name, "is missing" if name in MANIFEST else "does not belong there")
        self.expect("release.json", m, {"format": "adit-release/1", "hash": "SHA-256"})
        if type(m["number"]) is not int or m["number"] < 1:
            self.bad("release.json /number", "is not a whole number from 1")
        if sorted(f["name"] for f in m["files"]) != FILES:
            self.bad("release.json /files", "does not name assessment.json, report.html and report.pdf, each once")
        for f in m["files"]:
            data = self.files[f["name"]]
            if not same(f, {"name": f["name"], "bytes": len(data), "sha256": sha(data).hex()}):
                self.bad(f["name"], "has another length or SHA-256 than the manifest says")

    def check_signature(self, bare, s):
        key, box, sig = unhex(s["key"], 32), unhex(s["box_key"], 32), unhex(s["signature"], 64)
        if set(s) != {"role", "key", "box_key", "time", "signature"} or None in (key, box, sig):
            raise InvalidSignature("it has not the form of one")
        said = {"release": bare, **{k: s[k] for k in ("role", "key", "box_key", "time")}}
        Ed25519PublicKey.from_public_bytes(key).verify(sig, jcs(said))
        mark = fingerprint(key, box)
        known = mark in self.trust if self.trust else None
        self.signers.append({"role": s["role"], "fingerprint": mark, "trusted": known})
        return True

    def check_signatures(self):
        m, counted = self.manifest, {}  # key -> the role it counts for, which is the first it signed as
        bare = {k: v for k, v in m.items() if k != "signatures"}
        for n, s in enumerate(m["signatures"]):
            if self.stage("release.json /signatures/%d" % n, self.check_signature, bare, s):
                counted.setdefault(s["key"], s["role"])
        self.signed = set(ROLES + m["roles"]) <= set(counted.values())

    def check_leaves(self):
        m, entries, found = self.manifest, self.record["leaves"], list(walk(self.record, top=True))
        self.expect("release.json", m, {"leaf_count": len(found)})
        if len(entries) != len(found):
            self.bad("assessment.json /leaves", "%d instead of %d" % (len(entries), len(found)))
        for i, ((path, value, part), entry) in enumerate(zip(found, entries)):
            if part is not None:
                self.stage(path, self.check_withheld, path, part, entry)
            elif set(entry) != {"hash", "salt"} or unhex(entry["salt"], 16) is None:
                self.bad(path, "its entry in leaves is not a hash and a salt of 16 bytes")
            elif leaf_hash(path, i, entry["salt"], value).hex() != entry["hash"]:
                self.bad(path, "was altered: it has another hash than its leaf")
        self.expect("release.json", m, {"root": tree([bytes.fromhex(e["hash"]) for e in entries]).hex()})

    def check_withheld(self, path, part, entry):
        if set(part) - {"wording"} != {"withheld", "leaf"} or part["withheld"] not in ["AB", *"CDEFG"] or \
                not re.search("/parts/[0-9]+/text$", path):
            self.bad(path, "is not a withheld part as it has to be")
        if not same(entry, {"hash": part["leaf"]}):
            self.bad(path, "is withheld and has another entry in leaves")
        steps = path.split("/")
        named = {"requirements": "id", "relevance": "id", "photos": "requirement"}.get(steps[1])
        owner = self.record[steps[1]][int(steps[2])][named] if named else None
        self.counts[owner and upper(owner, 2), str(part["withheld"])] += 1
        self.withheld[path] = part["leaf"]

    def check_record(self):
        m, record, case = self.manifest, self.record, Case(self.record)
        self.expect("assessment.json", record, {"format": "adit-public-assessment/1", "release": m["number"],
                                                "standard_hash": m["standard_hash"]})
        if [r["id"] for r in record["requirements"]] != list(case.requirements):
            self.bad("assessment.json /requirements", "are not all of the catalogue's, in its order")
        for n, r in enumerate(record["requirements"]):
            out = r["relevance"] in ("not-relevant", "other-kind-of-mine")
            if not out and r["relevance"] != "relevant":
                self.bad("/requirements/%d/relevance" % n, "is unknown: %s" % r["relevance"])
            if r["rating"] not in (["not-relevant"] if out else [*case.rank, "unrated"]):
                self.bad("/requirements/%d/rating" % n, "does not fit: %s" % r["rating"])
        self.check_scores(case, record["scores"])
        self.stage("assessment.json /photos", self.check_photos, record)
        for group, codes in (("principles", case.principles), ("chapters", case.chapters)):
            self.expect("assessment.json /before", record["before"],
                        {group: [{"id": code, "shown": case.shown_before(code)} for code in codes]})
        self.expect("assessment.json", record, {"valid_until": case.valid_until(case.result()["achieved"])})
        self.check_fieldwork(record["fieldwork"])
        self.check_lists(record, list(case.requirements))
        if "template" in record:
            self.stage("assessment.json /template", self.check_template, record["template"])

    def check_fieldwork(self, work):
        shown = [g["heard"] for g in work["people"] if g["heard"] is not None]
        hidden, least, most = len(work["people"]) - len(shown), work["heard_least"], work["heard_most"]
        for n, g in enumerate(work["people"]):
            if g["heard"] is None and g["planned"] is not None:
                self.bad("/fieldwork/people/%d/planned" % n, "tells of a group that is not shown")
        for count in shown + [work["interviews"]]:
            if count is not None and (type(count) is not int or count < 0 or 0 < count < 5):
                self.bad("/fieldwork", "a count that is not to be shown: %s" % count)
        if hidden == 0 and not least == most == sum(shown):
            self.bad("/fieldwork/heard_least", "is not the sum of the groups")
        if hidden and (not sum(shown) + hidden <= least <= most or hidden == 1 and least == most
                       or work["each_few"] and most > sum(shown) + 4 * hidden):
            self.bad("/fieldwork/heard_least", "does not fit the groups, or gives one away")

    def check_lists(self, record, requirements):
        states = ["raised", "cause-accepted", "plan-accepted", "implemented", "verified"]
        for n, x in enumerate(record["nonconformities"]):
            if not set(x["requirements"]) <= set(requirements) or x["state"] not in states + [""] or \
                    x["grade"] not in ("minor", "major", "critical", "") or \
                    x["state"] == "verified" and x["verified"] is None:
                self.bad("/nonconformities/%d" % n, "has a requirement, grade, state or date that cannot be")
        for n, x in enumerate(record["concerns"]):
            if x["outcome"] not in ("upheld", "partly", "not-upheld", "open", ""):
                self.bad("/concerns/%d/outcome" % n, "is unknown: %s" % x["outcome"])
        numbers = [x["number"] for x in record["releases"]]
        if numbers != sorted(set(numbers)) or any(x >= record["release"] for x in numbers):
            self.bad("/releases", "are not earlier ones in their order")

    def check_template(self, t):
        members, body = {"format", "body", "colours", "logo", "wording"}, t["body"]
        words = [w for of in t.get("wording", {}).values() for w in of.items()]
        if set(t) - members or t["format"] != "adit-report-template/1" or not body["name"] or not body["address"] or \
                not {k for k, _ in words} <= {"about", "contest", "footer", "foreword", "keys"} or \
                "logo" in t and unhex(t["logo"], 32) is None:
            self.bad("/template", "is no template as it has to be")
        if "colours" in t and contrast(t["colours"]["accent"]) < 4.5:
            self.bad("/template/colours/accent", "is too pale to be read on white")

    def check_photos(self, record):
        named, relevant = set(), {r["id"] for r in record["requirements"] if r["relevance"] == "relevant"}
        for n, x in enumerate(record["photos"]):
            part, = x["picture"]["parts"]
            if x["requirement"] not in relevant or ("text" in part) == ("leaf" in part) or \
                    "text" in part and unhex(part["text"], 32) is None:
                self.bad("/photos/%d" % n, "has a requirement or picture that cannot be")
            named |= {part["text"]} if "text" in part else set()
        logo = record.get("template", {}).get("logo")
        named |= {logo} if logo is not None else set()
        pdf, page = self.files["report.pdf"], self.files["report.html"]
        streams = re.finditer(rb"<<([^\n]*/Subtype /Image[^\n]*/Length (\d+)[^\n]*)>>\nstream\n", pdf)
        inside = [pdf[m.end():m.end() + int(m[2])] for m in streams if b"/DCTDecode" in m[1]]
        coded = re.findall(rb"data:image/jpeg;base64,([A-Za-z0-9+/=]*)", page)
        shown = [base64.b64decode(c, validate=True) for c in coded]
        for name, pictures in (("report.pdf", inside), ("report.html", shown)):
            for odd in {sha(p).hex() for p in pictures} ^ named:
                self.bad(name, "has another picture than the record names, or lacks one: " + odd)

    def check_scores(self, case, scores):
        sums, want = case.sums(case.ratings), case.result()
        for group, codes in (("principles", case.principles), ("chapters", case.chapters)):
            where = "assessment.json /scores/" + group
            if [s["id"] for s in scores[group]] != codes:
                self.bad(where, "are not those of the catalogue")
            for n, given in enumerate(scores[group]):
                (got, possible), shown = sums[given["id"]], case.shown(case.percent(given["id"], sums))
                self.expect("%s/%d" % (where, n), given, {"got": str(got), "possible": possible, "shown": shown})
        self.expect("assessment.json /scores/level", scores["level"], want)
        level, codes = self.manifest["level"], [x["code"] for x in case.levels]
        if level not in codes + ["pending", "postponed"]:
            self.bad("release.json /level", "is neither a level nor pending nor postponed")
        elif level in codes and not case.postponed and level not in \
                codes[codes.index(want["achieved"]) if want["achieved"] else len(codes):]:
            self.bad("release.json /level", "is above what was achieved: %s" % want["achieved"])

    def check_disclosed(self, data):
        d, m = parse(data), self.manifest
        self.expect("disclosure", d, {"format": "adit-disclosure/1", "release": m["number"], "root": m["root"],
                                      "leaf_count": m["leaf_count"]})
        proof = [unhex(p, 32) for p in d["proof"]]
        if not isinstance(d["value"], str) or unhex(d["salt"], 16) is None or None in proof:
            raise ValueError("value, salt or proof has another form")
        h = leaf_hash(d["path"], d["index"], d["salt"], d["value"])
        self.expect("disclosure: record", self.withheld, {d["path"]: h.hex()})
        if led(h, d["index"], m["leaf_count"], proof) != unhex(m["root"], 32):
            self.bad("disclosure /proof", "does not lead to the root")

    def run(self, path, disclosed):
        self.stage(str(path), self.load, path)
        self.manifest = self.stage("release.json", lambda: dict(parse(self.files["release.json"]))) or {}
        self.record = self.stage("assessment.json", lambda: dict(parse(self.files["assessment.json"]))) or {}
        self.stage("release.json", self.check_manifest)
        self.stage("release.json /signatures", self.check_signatures)
        self.stage("assessment.json /leaves", self.check_leaves)
        self.stage("assessment.json", self.check_record)
        before = len(self.problems)
        if disclosed is not None:
            self.stage("disclosure", self.check_disclosed, disclosed)
        counts = sorted(self.counts.items(), key=lambda x: ([int(n) for n in (x[0][0] or "0").split(".")], x[0][1]))
        return {"intact": not before, "signed": self.signed, "signers": self.signers,
                "withheld": [{"chapter": c, "reason": r, "count": n} for (c, r), n in counts],
                "level": self.manifest.get("level"), "root": self.manifest.get("root"), "problems": self.problems,
                "disclosed": None if disclosed is None else len(self.problems) == before}


def self_test():
    text = '{"\\r":2,"1":[true,null],"\u20ac":1,"\U0001f600":"\\u001f\\"\\\\/\\n\x7f\u00f6","\ufb33":3}'.encode()
    assert jcs(dict(reversed(parse(text).items()))) == text
    for wrong in (b'{"a":1,"a":2}', b"1.5", b"1e2", b"NaN", b"\xff", b"9007199254740992", b"[1, 2]", b'{"b":1,"a":2}'):
        try:
            parse(wrong)
        except ValueError:
            continue
        raise AssertionError(wrong)
    data = ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
    h = [sha(b"\0", bytes.fromhex(d)) for d in data]
    assert tree(h[:2]).hex() == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
    assert tree(h).hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    assert led(h[0], 0, 3, [h[1], h[2]]) == led(h[2], 2, 3, [tree(h[:2])]) == tree(h[:3])
    assert led(h[2], 2, 3, [tree(h[:2]), h[0]]) is None and led(h[1], 2, 3, [tree(h[:2])]) != tree(h[:3])
    assert fingerprint(b"\1" * 32, b"\2" * 32) == "YAFA-XG3R-F4GQ-PBWA-B7QK-NSQC-0JTQ-N7Y5"
    print("self test passed")


def main():
    ap = argparse.ArgumentParser(description="Check an Adit release.")
    ap.add_argument("release", nargs="?", type=Path, metavar="FOLDER_OR_ZIP")
    ap.add_argument("--trust", nargs="+", action="extend", default=[], metavar="FINGERPRINT")
    ap.add_argument("--disclosed", type=Path, metavar="FILE")
    ap.add_argument("--self-test", action="store_true")
    args = ap.parse_args()
    if args.self_test:
        return self_test()
    if not args.release or not args.release.exists():
        ap.error("name a folder or a ZIP file that exists")
    if args.disclosed and not args.disclosed.is_file():
        ap.error("name a file that exists after --disclosed")
    if any(not re.fullmatch("([%s]{4}-){7}[%s]{4}" % (LETTERS, LETTERS), t) for t in args.trust):
        ap.error("a fingerprint is eight groups of four letters and digits, with dashes between")
    out = Check(set(args.trust)).run(args.release, args.disclosed.read_bytes() if args.disclosed else None)
    print(json.dumps(out, indent=1))
    known = not args.trust or all(s["trusted"] for s in out["signers"])
    return 0 if out["intact"] and out["signed"] and known and out["disclosed"] is not False else 1


if __name__ == "__main__":
    sys.exit(main())
